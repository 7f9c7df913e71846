package dev.muster.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Events as requests over HTTP, signed as Slack signs them. Not for several threads. */
final class Requests {

    static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final String HEAD =
            """
            POST /slack/events HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            Content-Length: %d\r
            X-Slack-Request-Timestamp: %d\r
            X-Slack-Signature: v0=%s\r
            \r
            """;

    private final Events events;
    private final InstantSource clock;
    private final Mac mac;

    Requests(Events events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    ByteBuffer next() {
        byte[] body = events.next();
        long seconds = clock.instant().getEpochSecond();
        mac.update(("v0:" + seconds + ":").getBytes(StandardCharsets.UTF_8));
        String signature = HexFormat.of().formatHex(mac.doFinal(body));
        byte[] head = HEAD.replace("%d\r\nX", body.length + "\r\nX")
                .replace("%d", String.valueOf(seconds))
                .replace("%s", signature)
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + body.length).put(head).put(body).flip();
    }
}
