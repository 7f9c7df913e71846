package dev.muster.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests as Slack makes them, signed, and as others make them, not. Safe for several threads. */
public final class SignedRequests {

    public static final String JSON = "application/json";
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final AtomicLong number = new AtomicLong(System.currentTimeMillis() * 1000);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI door;
    private final String secret;

    /** @param address where the bot listens */
    public SignedRequests(URI address, String secret) {
        this.door = address.resolve("/slack/events");
        this.secret = secret;
    }

    /** The same door and another secret. */
    public SignedRequests with(String otherSecret) {
        return new SignedRequests(door, otherSecret);
    }

    public HttpResponse<String> json(String body) {
        return signed(JSON, body);
    }

    public HttpResponse<String> form(String body) {
        return signed(FORM, body);
    }

    /** An interaction: a button, a form, a shortcut. */
    public HttpResponse<String> interaction(String payload) {
        return form("payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8));
    }

    public HttpResponse<String> command(Map<String, String> fields) {
        return form(fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }

    private HttpResponse<String> signed(String type, String body) {
        String now = String.valueOf(Instant.now().getEpochSecond());
        return send(post(type, body, now, signature(now, body)));
    }

    public HttpResponse<String> unsigned(String type, String body) {
        return send(request(type, body).build());
    }

    public HttpRequest post(String type, String body, String timestamp, String signature) {
        return request(type, body)
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature)
                .build();
    }

    private HttpRequest.Builder request(String type, String body) {
        return HttpRequest.newBuilder(door)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder toDoor() {
        return HttpRequest.newBuilder(door).timeout(Duration.ofSeconds(20));
    }

    public String signature(String timestamp, String body) {
        return signature(timestamp, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a body that need be no text. */
    public String signature(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An event in its envelope. */
    public static String envelope(String eventId, String event) {
        return """
                {"token":"local","team_id":"T0LOCAL","api_app_id":"A0MUSTER","event":%s,"type":"event_callback",\
                "event_id":"%s","event_time":%d,"authorizations":[{"enterprise_id":null,"team_id":"T0LOCAL",\
                "user_id":"UBOT0MUSTER","is_bot":true,"is_enterprise_install":false}]}"""
                .formatted(event, eventId, Instant.now().getEpochSecond());
    }

    /** A message with further fields, each with a comma before it. */
    public static String message(String channel, String ts, String more) {
        return """
                {"type":"message","channel":"%s","ts":"%s","event_ts":"%s","channel_type":"channel"%s}"""
                .formatted(channel, ts, ts, more);
    }

    /** A moment that no other message has. */
    public static String ts() {
        long micros = number.incrementAndGet();
        return "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
    }

    public static String eventId() {
        return "EvTEST" + number.incrementAndGet();
    }
}
