package dev.muster.slack;

import dev.muster.desk.Lease;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Lines to Slack on which every write is held back if the claim is another's by then. Nothing is left between the question
 * and the first byte but the call of the system: a thread can stand still anywhere, and on a busy machine it does so for long
 * while it puts a request together.
 */
final class Wire extends SocketFactory {

    @Override
    public Socket createSocket() {
        return new Guarded();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        throw new IOException("only lines from anywhere are made");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        throw new IOException("only lines from anywhere are made");
    }

    private static Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = new Guarded();
        socket.connect(address);
        return socket;
    }

    private static final class Guarded extends Socket {
        @Override
        public OutputStream getOutputStream() throws IOException {
            return new Asking(super.getOutputStream());
        }
    }

    /** A request that is not written to its end was never made. */
    private static final class Asking extends FilterOutputStream {

        Asking(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            Lease.require();
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            Lease.require();
            out.write(bytes, from, length);
        }
    }
}
