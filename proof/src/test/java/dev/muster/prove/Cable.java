package dev.muster.prove;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The line between a process and its database, which can be cut, and can go dead without anybody being told. */
final class Cable implements AutoCloseable {

    private final ServerSocket door;
    private final int database;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ReentrantReadWriteLock flow = new ReentrantReadWriteLock();
    private volatile boolean isCut;

    /** @param database the port on this machine */
    Cable(int database) {
        this.database = database;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** The same database, through this cable. */
    static String rewired(String url, Cable cable) {
        return url.replace(":" + cable.database + "/", ":" + cable.door.getLocalPort() + "/");
    }

    static int port(String url) {
        return Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
    }

    /** Every connection breaks, and no new one lives. */
    void cut() {
        isCut = true;
        ends.forEach(Cable::shut);
    }

    /** Nothing comes through, and nobody learns that. Until {@link #mend}, by the same thread. */
    void stall() {
        flow.writeLock().lock();
    }

    /** All is well again. */
    void mend() {
        isCut = false;
        if (flow.isWriteLockedByCurrentThread()) {
            flow.writeLock().unlock();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket here = door.accept();
                if (isCut) {
                    shut(here);
                } else {
                    join(here);
                }
            }
        } catch (IOException closed) {
            ends.forEach(Cable::shut);
        }
    }

    private void join(Socket here) throws IOException {
        Socket there = new Socket(InetAddress.getLoopbackAddress(), database);
        ends.add(here);
        ends.add(there);
        start(() -> pump(here, there));
        start(() -> pump(there, here));
    }

    private void pump(Socket from, Socket to) {
        byte[] bytes = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                pass(out, bytes, read);
            }
        } catch (IOException broken) {
            // Both ends are shut, which is all that can be said to either.
        } finally {
            ends.remove(from);
        }
    }

    private void pass(OutputStream out, byte[] bytes, int count) throws IOException {
        flow.readLock().lock();
        try {
            out.write(bytes, 0, count);
        } finally {
            flow.readLock().unlock();
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
