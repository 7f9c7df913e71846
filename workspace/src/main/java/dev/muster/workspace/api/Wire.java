package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Writes answers, or cuts the line. */
public final class Wire {
    private Wire() {}

    public static void json(HttpServletResponse response, int status, JsonNode body) throws IOException {
        write(response, status, "application/json; charset=utf-8", Json.write(body));
    }

    public static void text(HttpServletResponse response, int status, String body) throws IOException {
        write(response, status, "text/plain; charset=utf-8", body);
    }

    /** What a proxy in between says, whatever the status. */
    static void html(HttpServletResponse response, int status) throws IOException {
        write(response, status, "text/html; charset=utf-8", "<html><body>Something went wrong.</body></html>");
    }

    /** The first half of an answer that pretends to be whole. */
    static void half(HttpServletResponse response, JsonNode body) throws IOException {
        String whole = Json.write(body);
        write(response, 200, "application/json; charset=utf-8", whole.substring(0, whole.length() / 2));
    }

    private static void write(HttpServletResponse response, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    static void pause(Duration delay) {
        try {
            TimeUnit.NANOSECONDS.sleep(delay.toNanos());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes the connection without a word. */
    static void cut(HttpServletRequest request) {
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
