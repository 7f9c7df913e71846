package dev.muster.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request comes from Slack: HMAC-SHA256 over its raw bytes, compared in constant time, not more than five
 * minutes old or early (docs.slack.dev, "Verifying requests from Slack").
 */
public final class Signature {

    private static final long WINDOW_SECONDS = 300;
    private static final int LENGTH = "v0=".length() + 64;

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final List<byte[]> secrets;

    /** @param secrets one, or two while one is being rotated; none lets nothing through */
    public Signature(List<String> secrets) {
        this.secrets = secrets.stream()
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Whether the headers alone can be right; if not, the body need not be read. */
    boolean isPlausible(String timestamp, String signature, Instant now) {
        return signature.length() == LENGTH && isRecent(timestamp, now);
    }

    boolean isValid(String timestamp, String signature, byte[] body, Instant now) {
        return isRecent(timestamp, now)
                && secrets.stream().anyMatch(secret -> isEqual(signature, sign(secret, timestamp, body)));
    }

    private static boolean isRecent(String timestamp, Instant now) {
        return SECONDS.matcher(timestamp).matches()
                && Math.abs(now.getEpochSecond() - Long.parseLong(timestamp)) <= WINDOW_SECONDS;
    }

    private static boolean isEqual(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(byte[] secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
