package dev.muster.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.muster.workspace.json.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

/** A bot that remembers what it was brought and answers as it is told. */
final class FakeBot implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    volatile Function<Delivery, Reply> answer = any -> Reply.OK;

    /** What was brought. */
    record Delivery(String timestamp, String signature, String retryNum, String retryReason, String body) {
        JsonNode json() {
            String text = body.startsWith("payload=") ? decoded(body.substring("payload=".length())) : body;
            return Json.read(text).orElseThrow();
        }

        /** Of a command, one of its fields. */
        String field(String name) {
            return Stream.of(body.split("&"))
                    .filter(pair -> pair.startsWith(name + "="))
                    .map(pair -> decoded(pair.substring(name.length() + 1)))
                    .findFirst()
                    .orElse("");
        }

        boolean isEvent() {
            return body.startsWith("{");
        }

        JsonNode event() {
            return isEvent() ? json().path("event") : Json.object();
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    /** What is answered. */
    record Reply(int status, String body) {
        static final Reply OK = new Reply(200, "");
    }

    FakeBot() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
    }

    private void take(HttpExchange exchange) throws IOException {
        Delivery delivery = new Delivery(
                header(exchange, "X-Slack-Request-Timestamp"),
                header(exchange, "X-Slack-Signature"),
                header(exchange, "X-Slack-Retry-Num"),
                header(exchange, "X-Slack-Retry-Reason"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        deliveries.add(delivery);
        Reply reply = answer.apply(delivery);
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    Delivery last() {
        return deliveries.get(deliveries.size() - 1);
    }

    /** The events of a type, or of a message subtype, in order. */
    List<JsonNode> events(String typeOrSubtype) {
        return deliveries.stream()
                .map(Delivery::event)
                .filter(event -> event.path("subtype")
                        .asText(event.path("type").asText())
                        .equals(typeOrSubtype))
                .toList();
    }

    void forget() {
        deliveries.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
