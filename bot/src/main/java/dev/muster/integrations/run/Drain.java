package dev.muster.integrations.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads what a program says, up to so much; beyond that it is ended. */
final class Drain {

    private final InputStream in;
    private final int most;
    private final Runnable end;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final Thread reader;
    private volatile boolean full;

    private Drain(InputStream in, int most, Runnable end) {
        this.in = in;
        this.most = most;
        this.end = end;
        this.reader = new Thread(this::read, "sandbox-output");
        reader.setDaemon(true);
    }

    static Drain of(InputStream in, int most, Runnable end) {
        Drain drain = new Drain(in, most, end);
        drain.reader.start();
        return drain;
    }

    private void read() {
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0 && !full; count = in.read(buffer)) {
                keep(buffer, count);
            }
        } catch (IOException e) {
            full |= size() >= most;
        }
        if (full) {
            end.run();
        }
    }

    private synchronized void keep(byte[] buffer, int count) {
        read.write(buffer, 0, Math.min(count, most - read.size()));
        full = read.size() >= most;
    }

    private synchronized int size() {
        return read.size();
    }

    /** Until it has said all; somebody may hold its mouth open whom we do not know, so not for ever. */
    void await(Duration patience) {
        try {
            reader.join(patience.toMillis());
            if (reader.isAlive()) {
                in.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // What it has said is read; that its mouth cannot be closed is nobody's loss.
        }
    }

    boolean isFull() {
        return full;
    }

    synchronized byte[] bytes() {
        return read.toByteArray();
    }
}
