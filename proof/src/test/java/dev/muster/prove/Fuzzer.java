package dev.muster.prove;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.prove.RawHttp.Fuzzed;
import dev.muster.prove.Samples.Sample;
import dev.muster.testing.SignedRequests;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Requests that are nearly right: those that Slack could have signed, and those of strangers. */
final class Fuzzer {

    private static final List<String> DOORS = List.of(
            "/slack/events?a=b&payload={}",
            "/slack/events/",
            "//slack/events",
            "/slack/%65vents",
            "/slack/events;x=y",
            "/slack/./events",
            "/slack/../slack/events",
            "/slack/events%00",
            "/slack/events%2f..");

    private static final List<String> PAGES = List.of(
            "/health/live",
            "/health/ready",
            "/health/",
            "/metrics",
            "/",
            "/zzz",
            "/..%2f..%2fetc/passwd",
            "/WEB-INF/web.xml",
            "/metrics?name[]=%00",
            "/health/ready;jsessionid=1",
            "/%ff%fe",
            "/" + "a/".repeat(300),
            "/health/live?" + "a=b&".repeat(100));

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "BREW", "post", "PROPFIND");

    private static final List<String> TYPES = List.of(
            "",
            "text/plain",
            "application/json; charset=utf-16",
            "application/json;charset=\"",
            "application/x-www-form-urlencoded; charset=zzz",
            "application/x-www-form-urlencoded",
            "application/json",
            "multipart/form-data; boundary=x",
            "application/x-protobuf",
            "/",
            "a".repeat(2000));

    private static final List<String> HEADERS = List.of(
            "Content-Encoding: gzip",
            "Accept-Encoding: gzip, zzz;q=9",
            "X-Slack-Retry-Num: -1",
            "X-Slack-Retry-Num: 99999999999999999999",
            "X-Slack-Retry-Reason: \u00e9\u00ff",
            "Cookie: a=b; \"; c=\u00ff",
            "Expect: 100-continue",
            "Range: bytes=0-1,5-3",
            "If-Modified-Since: yesterday",
            "X-Forwarded-For: 127.0.0.1",
            "Authorization: Bearer x",
            "Accept-Language: " + "de,".repeat(500),
            "X-Long: " + "x".repeat(7000),
            "X-Far-Too-Long: " + "x".repeat(20_000),
            "Upgrade: websocket\r\nConnection: Upgrade",
            "Connection: close",
            "No colon at all",
            "Host: another.example",
            ": nothing");

    private final Random random;
    private final Mutator mutator;
    private final List<Sample> samples;
    private final SignedRequests slack;
    private final SignedRequests stranger;

    Fuzzer(Random random, List<Sample> samples, SignedRequests slack) {
        this.random = random;
        this.mutator = new Mutator(random);
        this.samples = samples;
        this.slack = slack;
        this.stranger = slack.with("not-the-secret-of-this-workspace");
    }

    /** Whatever is wrong with it, the signature is right. */
    Fuzzed signed() {
        Sample sample = mutator.pick(samples);
        byte[] body = body(sample);
        String now = String.valueOf(Instant.now().getEpochSecond() + random.nextInt(500) - 250);
        return post(sample, body, signature(now, slack.signature(now, body)));
    }

    /** Whatever is right about it, the signature is not. */
    Fuzzed unsigned() {
        Sample sample = mutator.pick(samples);
        byte[] body = body(sample);
        return post(sample, body, forged(body));
    }

    /** Looks at a page, or at one that is none. */
    Fuzzed page() {
        String method = mutator.once(2) ? "GET" : mutator.pick(METHODS);
        String more = mutator.once(3) ? mutator.pick(HEADERS) + "\r\n" : "";
        byte[] head =
                latin(method + " " + mutator.pick(PAGES) + " HTTP/1.1\r\nHost: muster.example\r\n" + more + "\r\n");
        return new Fuzzed(head, new byte[0], true, true);
    }

    private byte[] body(Sample sample) {
        return mutator.bytes(text(sample).getBytes(StandardCharsets.UTF_8));
    }

    private String text(Sample sample) {
        JsonNode fresh = sample.kind().equals("event")
                ? Jsons.with(sample.body(), Map.of("event_id", SignedRequests.eventId()))
                : Jsons.with(sample.body(), Map.of("trigger_id", SignedRequests.ts()));
        if (sample.isCommand()) {
            return Jsons.read(fields(mutator.json(fresh))).properties().stream()
                    .map(field ->
                            field.getKey() + "=" + encoded(field.getValue().asText()))
                    .collect(Collectors.joining("&"));
        }
        String json = mutator.json(fresh);
        return sample.isForm() ? "payload=" + encoded(json) : json;
    }

    /** A command has only texts; what is no JSON any more stays what it was. */
    private static String fields(String json) {
        try {
            return Jsons.read(json).isObject() ? json : "{}";
        } catch (IllegalArgumentException e) {
            return "{\"command\":" + Jsons.write(json) + "}";
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Fuzzed post(Sample sample, byte[] body, String signature) {
        boolean isOdd = mutator.once(8);
        String method = mutator.once(40) ? mutator.pick(METHODS) : "POST";
        String path = mutator.once(20) ? mutator.pick(DOORS) : "/slack/events";
        String type = mutator.once(15) ? mutator.pick(TYPES) : sample.type();
        String head =
                method + " " + path + " HTTP/1.1\r\nHost: muster.example\r\nContent-Type: " + type + "\r\n" + signature;
        return isOdd
                ? odd(head, body)
                : new Fuzzed(latin(head + length(body.length)), body, true, !method.equals("POST"));
    }

    private static String length(int bytes) {
        return "Content-Length: " + bytes + "\r\n\r\n";
    }

    /** Says more than it should about itself, or something else. */
    private Fuzzed odd(String head, byte[] body) {
        return switch (random.nextInt(8)) {
            case 0 -> new Fuzzed(latin(head + "Transfer-Encoding: chunked\r\n\r\n"), chunked(body), true, true);
            case 1 -> new Fuzzed(latin(head + length(body.length + 1 + random.nextInt(100_000))), body, false, true);
            case 2 -> new Fuzzed(latin(head + length(random.nextInt(body.length + 1))), body, true, true);
            case 3 -> new Fuzzed(latin(head + "Content-Length: 4000000000\r\n\r\n"), body, true, true);
            case 4 -> new Fuzzed(latin(head + "Content-Length: 5\r\n" + length(body.length)), body, true, true);
            case 5 ->
                new Fuzzed(
                        latin(head + mutator.pick(HEADERS) + "\r\n" + head.split("\r\n")[2] + "\r\n"
                                + length(body.length)),
                        body,
                        true,
                        true);
            default -> new Fuzzed(latin(head + mutator.pick(HEADERS) + "\r\n" + length(body.length)), body, true, true);
        };
    }

    private byte[] chunked(byte[] body) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; ) {
            int size = Math.min(body.length - at, 1 + random.nextInt(body.length));
            chunks.writeBytes(latin(Integer.toHexString(size) + "\r\n"));
            chunks.write(body, at, size);
            chunks.writeBytes(latin("\r\n"));
            at += size;
        }
        chunks.writeBytes(latin("0\r\n\r\n"));
        return chunks.toByteArray();
    }

    private String forged(byte[] body) {
        long now = Instant.now().getEpochSecond();
        String time = String.valueOf(now);
        String right = slack.signature(time, body);
        return switch (random.nextInt(14)) {
            case 0 -> "";
            case 1 -> signature(time, "");
            case 2 -> signature(time, slack.signature(time, "{}"));
            case 3 -> late(String.valueOf(now - 310 - random.nextInt(100_000)), body);
            case 4 -> late(String.valueOf(now + 310 + random.nextInt(100_000)), body);
            case 5 ->
                late(
                        mutator.pick(List.of("-1", "abc", "", "99999999999999999999", " ", "1e9", "0x7f", "\u00b2")),
                        body);
            case 6 -> signature(time, right.substring(0, random.nextInt(right.length())));
            case 7 -> signature(time, right.toUpperCase(java.util.Locale.ROOT));
            case 8 -> signature(time, right.replace("v0=", "v1="));
            case 9 -> signature(time, stranger.signature(time, body)) + "X-Slack-Signature: " + right + "\r\n";
            case 10 -> "X-Slack-Signature: " + right + "\r\n";
            case 11 -> signature(String.valueOf(now - 1), right);
            case 12 -> signature(time, "v0=" + "0".repeat(64));
            default -> signature(time, stranger.signature(time, body));
        };
    }

    /** Signed rightly, at a time that is not right. */
    private String late(String time, byte[] body) {
        return signature(time, slack.signature(time, body));
    }

    private static String signature(String time, String signature) {
        return "X-Slack-Request-Timestamp: " + time + "\r\nX-Slack-Signature: " + signature + "\r\n";
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
