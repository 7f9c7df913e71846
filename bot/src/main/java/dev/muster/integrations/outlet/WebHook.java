package dev.muster.integrations.outlet;

import dev.muster.desk.Hook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells an address, signed as Slack signs what it sends: {@code v0=} and the HMAC-SHA-256 of {@code v0:TIMESTAMP:BODY} in hex.
 * {@code X-Muster-Delivery} is the same each time that the same is told.
 */
public final class WebHook implements Hook {

    private static final Duration TIME = Duration.ofSeconds(10);

    private final Outlet outlet;
    private final String secret;
    private final InstantSource clock;

    /** @param secret empty for none; then nothing is signed */
    public WebHook(URI url, String secret, InstantSource clock) {
        this.outlet = new Outlet(url, TIME);
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public void tell(String key, String json) {
        Map<String, String> headers = new HashMap<>();
        String now = String.valueOf(clock.instant().getEpochSecond());
        headers.put("X-Muster-Delivery", key);
        headers.put("X-Muster-Request-Timestamp", now);
        if (!secret.isEmpty()) {
            headers.put("X-Muster-Signature", "v0=" + signature("v0:" + now + ":" + json));
        }
        outlet.post(json, headers);
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
