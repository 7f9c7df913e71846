package dev.muster.http;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever watches over the bot can ask it. */
class HealthTest {

    private static final HttpClient http = HttpClient.newHttpClient();

    private static BotRig bot;

    @BeforeAll
    static void start(@TempDir Path folder) {
        bot = BotRig.start(Databases.sqlite(folder), Map.of());
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void isReadyWhenEveryPartIs() throws Exception {
        await("readiness", () -> get("/health/ready").statusCode() == 200);

        JsonNode health = new ObjectMapper().readTree(get("/health/ready").body());

        assertThat(health.path("status").asText()).isEqualTo("ok");
        assertThat(health.path("parts").fieldNames())
                .toIterable()
                .containsExactly("database", "slack", "clock", "scheduler", "inbox", "outbox", "disk");
        assertThat(health.path("parts")).allMatch(part -> part.asText().equals("ok"));
        assertThat(health.path("processes")).hasSize(1);
        assertThat(health.path("processes").get(0).asText())
                .contains("/" + ProcessHandle.current().pid() + ", version ")
                .doesNotContain("silent");
    }

    @Test
    void isAlive() {
        HttpResponse<String> answer = get("/health/live");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    }

    @Test
    void countsWhatWaits() {
        String metrics = get("/metrics").body();

        assertThat(metrics)
                .contains("muster_inbox_waiting ", "muster_promises_overdue ", "muster_promises_given_up ")
                .contains("muster_slack_up ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing-here", "/health", "/slack", "/slack/events/", "/slack/events/x", "/WEB-INF/web.xml"})
    void hasNothingElsewhere(String path) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND", "post", "BREW"})
    void isOnlyRead(String method) throws Exception {
        for (String path : List.of("/health/live", "/metrics", "/nothing-here")) {
            String answer = raw(method + " " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD\r\n");
        }
    }

    @Test
    void namesNeitherTheServerNorTheTrouble() throws Exception {
        for (String request :
                List.of("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", "BROKEN\r\n\r\n", "GET / HTTP/9\r\n\r\n")) {
            assertThat(raw(request))
                    .startsWith("HTTP/1.1 ")
                    .doesNotContainIgnoringCase("jetty")
                    .doesNotContainIgnoringCase("exception")
                    .doesNotContainIgnoringCase("<html");
        }
    }

    /** What is answered to these bytes, which no client would send. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(bot.address.getHost(), bot.address.getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[4096];
            int read = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(read, 0), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void answersWhileSomeCallersNeverFinish() throws Exception {
        List<Socket> callers = new ArrayList<>();
        try {
            for (int caller = 0; caller < 40; caller++) {
                Socket socket = new Socket(bot.address.getHost(), bot.address.getPort());
                socket.getOutputStream()
                        .write("POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"
                                .getBytes(StandardCharsets.US_ASCII));
                callers.add(socket);
            }

            assertThat(get("/health/live").statusCode()).isEqualTo(200);
        } finally {
            for (Socket caller : callers) {
                caller.close();
            }
        }
    }

    private static HttpResponse<String> get(String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(bot.address.resolve(path))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
