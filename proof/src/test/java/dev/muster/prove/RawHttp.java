package dev.muster.prove;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One connection over which any bytes can be sent, also such as no client sends. Opened anew when it was closed. */
final class RawHttp implements AutoCloseable {

    /** Nobody who waits longer for an answer will ever get one. */
    private static final int PATIENCE_MILLIS = 20_000;

    static final int CLOSED = 0;

    private final URI address;
    private Socket socket = new Socket();
    private InputStream answers = InputStream.nullInputStream();

    RawHttp(URI address) {
        this.address = address;
    }

    /** The status of the answer; {@link #CLOSED} if the other side hung up without one, or before it had heard all. */
    int send(Fuzzed request) throws IOException {
        try {
            open();
            socket.getOutputStream().write(request.head());
            socket.getOutputStream().write(request.body());
            if (!request.isComplete()) {
                return CLOSED;
            }
            return answer(request.isHead());
        } catch (SocketTimeoutException late) {
            throw new AssertionError("no answer in " + PATIENCE_MILLIS + " ms", late);
        } catch (SocketException | EOFException hungUp) {
            close();
            return CLOSED;
        } finally {
            if (!request.isComplete() || request.isOdd()) {
                close();
            }
        }
    }

    private void open() throws IOException {
        if (socket.isConnected() && !socket.isClosed()) {
            return;
        }
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        answers = new BufferedInputStream(socket.getInputStream());
    }

    private int answer(boolean isHead) throws IOException {
        int status;
        Map<String, String> headers;
        do {
            status = Integer.parseInt(line().split(" ")[1]);
            headers = headers();
        } while (status == 100);
        if (!isHead && status != 204 && status != 304) {
            skipBody(headers);
        }
        if (headers.getOrDefault("connection", "").equalsIgnoreCase("close")) {
            close();
        }
        return status;
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        return headers;
    }

    private void skipBody(Map<String, String> headers) throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            for (int size = chunk(); size > 0; size = chunk()) {
                answers.skipNBytes(size);
                line();
            }
            line();
        } else if (headers.containsKey("content-length")) {
            answers.skipNBytes(Long.parseLong(headers.get("content-length")));
        } else {
            answers.skip(Long.MAX_VALUE);
            close();
        }
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /**
     * A request as it goes over the wire.
     *
     * @param isComplete whether an answer can be expected: otherwise whoever sends it goes away
     * @param isOdd whether it may be taken for more or less than one request
     */
    record Fuzzed(byte[] head, byte[] body, boolean isComplete, boolean isOdd) {

        boolean isHead() {
            return new String(head, 0, Math.min(5, head.length), StandardCharsets.ISO_8859_1).equals("HEAD ");
        }

        /** What is worth knowing of it. */
        String told() {
            String text = new String(head, StandardCharsets.ISO_8859_1) + new String(body, StandardCharsets.UTF_8);
            return text.substring(0, Math.min(text.length(), 3000)) + " (" + body.length + " bytes)";
        }
    }
}
