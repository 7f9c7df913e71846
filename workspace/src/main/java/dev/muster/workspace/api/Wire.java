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
