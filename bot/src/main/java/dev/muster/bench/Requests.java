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
            "POST /slack/events HTTP/1.1\r\nHost: localhost\r\n" + "Content-Type: application/json\r\nContent-Length: ";
    private static final String TIMESTAMP = "\r\nX-Slack-Request-Timestamp: ";
    private static final String SIGNATURE = "\r\nX-Slack-Signature: v0=";

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
        byte[] head = (HEAD + body.length + TIMESTAMP + seconds + SIGNATURE + signature + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .flip();
    }
}
