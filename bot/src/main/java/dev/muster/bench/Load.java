package dev.muster.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends signed events over connections that are kept, from one thread, so that the load costs little beside what it is
 * put on.
 */
final class Load implements AutoCloseable {

    private static final long NEAR_NANOS = 1_500_000;

    private final Selector selector = Selector.open();
    private final Deque<Line> idle = new ArrayDeque<>();
    private final Requests requests;
    private Latencies took = new Latencies();
    private int failed;
    private int open;

    Load(URI address, Requests requests, int connections) throws IOException {
        this.requests = requests;
        for (int count = 0; count < connections; count++) {
            idle.add(new Line(address));
        }
    }

    /**
     * What came of it.
     *
     * @param failed how many were not answered with 200
     * @param cpu how long processors worked for the whole process meanwhile
     */
    record Result(Latencies took, int failed, double seconds, Duration cpu) {
        double perSecond() {
            return took.count() / seconds;
        }
    }

    /** Each connection sends as soon as it was answered. */
    Result flatOut(Duration length) throws IOException {
        return run(length, 0);
    }

    /** So many a second, whatever the answers do; how long one took is counted from when it should have been sent. */
    Result steadily(int perSecond, Duration length) throws IOException {
        return run(length, 1_000_000_000L / perSecond);
    }

    private Result run(Duration length, long interval) throws IOException {
        took = new Latencies();
        failed = 0;
        Duration cpu = Cpu.used();
        long start = System.nanoTime();
        long end = start + length.toNanos();
        long due = start;
        while (System.nanoTime() < end && due < end || open > 0) {
            long now = System.nanoTime();
            while (!idle.isEmpty() && now < end && due <= now) {
                send(idle.remove(), interval == 0 ? System.nanoTime() : due);
                due += interval;
            }
            boolean sendsNext = interval > 0 && !idle.isEmpty() && due < end;
            await(sendsNext ? due - System.nanoTime() : Long.MAX_VALUE);
        }
        return new Result(
                took, failed, (System.nanoTime() - start) / 1e9, Cpu.used().minus(cpu));
    }

    private void send(Line line, long intended) throws IOException {
        line.send(intended);
        open++;
    }

    /** Waits for answers, but not longer than so many nanoseconds. A selector alone wakes only to the millisecond. */
    private void await(long atMost) throws IOException {
        if (atMost == Long.MAX_VALUE) {
            selector.select(this::read, 1_000);
        } else if (atMost > NEAR_NANOS) {
            selector.select(this::read, 1);
        } else if (selector.selectNow(this::read) == 0 && atMost > 0) {
            LockSupport.parkNanos(Math.min(atMost, 50_000));
        }
    }

    private void read(SelectionKey key) {
        Line line = (Line) key.attachment();
        try {
            if (line.isAnswered()) {
                took.add(System.nanoTime() - line.intended);
                failed += line.isOk() ? 0 : 1;
                idle.add(line);
                open--;
            }
        } catch (IOException e) {
            throw new IllegalStateException("the connection broke", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /** One connection. */
    private final class Line {
        private final SocketChannel socket;
        private final ByteBuffer answer = ByteBuffer.allocate(4096);
        private long intended;

        Line(URI address) throws IOException {
            socket = SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.configureBlocking(false);
            socket.register(selector, SelectionKey.OP_READ, this);
        }

        void send(long when) throws IOException {
            intended = when;
            answer.clear();
            ByteBuffer request = requests.next();
            while (request.hasRemaining()) {
                socket.write(request);
            }
        }

        boolean isAnswered() throws IOException {
            if (socket.read(answer) < 0) {
                throw new IOException("closed");
            }
            String text = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
            int head = text.indexOf("\r\n\r\n");
            return head >= 0 && (text.contains("Content-Length: 0\r\n") || text.endsWith("0\r\n\r\n"));
        }

        boolean isOk() {
            return answer.get(9) == '2' && answer.get(11) == '0';
        }
    }
}
