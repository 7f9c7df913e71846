package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static dev.muster.testing.SignedRequests.FORM;
import static dev.muster.testing.SignedRequests.JSON;
import static dev.muster.testing.SignedRequests.envelope;
import static dev.muster.testing.SignedRequests.eventId;
import static dev.muster.testing.SignedRequests.message;
import static dev.muster.testing.SignedRequests.ts;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.SignedRequests;
import dev.muster.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the door for Slack's requests lets in, and what it says to the rest. */
class IngressTest {

    private static final int LARGEST = 3 * 1024 * 1024;
    private static final String HELLO = "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"3eZbrw1a\"}";

    private static BotRig bot;
    private static SignedRequests slack;
    private static Tables tables;
    private static String channel;

    @BeforeAll
    static void start(@TempDir Path folder) {
        Workspace workspace = Workspace.builder().start();
        bot = BotRig.start(
                workspace,
                Databases.sqlite(folder),
                Map.of("SLACK_SIGNING_SECRET", workspace.signingSecret() + ", the-next-secret"));
        slack = new SignedRequests(bot.address, workspace.signingSecret());
        tables = new Tables(bot.settings);
        channel = bot.channel(bot.declare("ann", "sev2 The door")).path("id").asText();
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void answersTheChallengeAsPlainText() {
        HttpResponse<String> answer = slack.json(HELLO);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("3eZbrw1a");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    }

    @Test
    void acceptsTheOldSecretAndTheNextOneAndNoOther() {
        assertThat(slack.with("the-next-secret").json(HELLO).statusCode()).isEqualTo(200);
        assertThat(slack.json(HELLO).statusCode()).isEqualTo(200);
        assertThat(slack.with("the-last-secret").json(HELLO).statusCode()).isEqualTo(401);
    }

    static Stream<String> wrongSignatures() {
        return Stream.of("missing", "empty", "v1", "upper case", "of another body", "cut", "of the escaped body");
    }

    @ParameterizedTest
    @MethodSource("wrongSignatures")
    void refusesWrongSignaturesWithoutAWordAndWithoutEffect(String how) {
        String id = eventId();
        String body = envelope(id, message(channel, ts(), ",\"user\":\"U0ANN\",\"text\":\"forged ü\""));
        String now = String.valueOf(Instant.now().getEpochSecond());
        String right = slack.signature(now, body);
        String wrong =
                switch (how) {
                    case "empty" -> "";
                    case "v1" -> right.replaceFirst("^v0", "v1");
                    case "upper case" -> "v0=" + right.substring(3).toUpperCase(Locale.ROOT);
                    case "of another body" -> slack.signature(now, body + " ");
                    case "of the escaped body" -> slack.signature(now, body.replace("ü", "\\u00fc"));
                    default -> right.substring(0, right.length() - 1);
                };

        HttpResponse<String> answer = how.equals("missing")
                ? slack.send(slack.toDoor()
                        .header("Content-Type", JSON)
                        .header("X-Slack-Request-Timestamp", now)
                        .POST(BodyPublishers.ofString(body))
                        .build())
                : slack.send(slack.post(JSON, body, now, wrong));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(tables.count("inbox WHERE event_id = ?", id)).isZero();
    }

    @Test
    void neverLogsWhatIsInABody() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        lines.start();
        root.addAppender(lines);
        try {
            slack.unsigned(JSON, "{\"type\":\"event_callback\",\"event\":{\"text\":\"mellow-otter\"}}");
            slack.unsigned(FORM, "payload=mellow-otter");
            slack.json("{\"mellow-otter\"");
            slack.form("payload=mellow-otter&payload=mellow-otter");
            slack.interaction("{\"type\":\"mellow-otter\"}");
        } finally {
            root.detachAppender(lines);
        }

        assertThat(List.copyOf(lines.list))
                .extracting(line -> line.getFormattedMessage() + line.getThrowableProxy())
                .noneMatch(line -> line.contains("mellow-otter"));
    }

    static Stream<String> wrongTimes() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                String.valueOf(now - 320),
                String.valueOf(now + 320),
                "abc",
                "",
                "12345678901234567890",
                "-" + now,
                "+" + now,
                now + ".0",
                "0x10");
    }

    @ParameterizedTest
    @MethodSource("wrongTimes")
    void refusesTimesThatAreFarOrNone(String time) {
        HttpResponse<String> answer = slack.send(slack.post(JSON, HELLO, time, slack.signature(time, HELLO)));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(longs = {-290, 290})
    void acceptsTimesNearby(long seconds) {
        String time = String.valueOf(Instant.now().getEpochSecond() + seconds);

        assertThat(slack.send(slack.post(JSON, HELLO, time, slack.signature(time, HELLO)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersTheCertificateCheckAndNothingElseUnsigned() {
        assertThat(slack.unsigned(FORM, "ssl_check=1&token=t").statusCode()).isEqualTo(200);
        assertThat(slack.form("ssl_check=1&token=t").statusCode()).isEqualTo(200);
        assertThat(slack.unsigned(FORM, "ssl_check=1&command=%2Fincident&text=declare+x&user_id=U0ANN")
                        .statusCode())
                .isEqualTo(401);
        assertThat(slack.unsigned(FORM, "ssl_check=1&payload=%7B%7D").statusCode())
                .isEqualTo(401);
        assertThat(slack.unsigned(JSON, "ssl_check=1").statusCode()).isEqualTo(401);
        assertThat(slack.unsigned(JSON, HELLO).statusCode()).isEqualTo(401);
    }

    static Stream<String> bodiesThatAreNoRequest() {
        return Stream.of(
                "",
                " ",
                "{",
                "[]",
                "[{\"type\":\"event_callback\"}]",
                "\"x\"",
                "null",
                "17",
                "{}",
                "{\"type\":7}",
                "{\"type\":null}",
                "{\"type\":\"event_callback\"}",
                "{\"type\":\"event_callback\",\"event_id\":\"Ev1\"}",
                "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":\"text\"}",
                "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":[]}",
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\"}}",
                "{\"type\":\"event_callback\",\"event_id\":5,\"event\":{\"type\":\"message\"}}",
                "{\"type\":\"event_callback\",\"event_id\":\" \",\"event\":{\"type\":\"message\"}}",
                "{\"type\":\"event_callback\",\"event_id\":\"Ev%s\",\"event\":{\"type\":\"message\"}}"
                        .formatted("1".repeat(200)),
                "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"mess",
                "\u0000\u0001",
                "{\"type\":\"url_verification\",\"challenge\":\"before\u0000after\"}",
                "{\"type\":\"x\"}{\"type\":\"y\"}");
    }

    @ParameterizedTest
    @MethodSource("bodiesThatAreNoRequest")
    void refusesWhatIsNoRequest(String body) {
        HttpResponse<String> signed = slack.json(body);
        HttpResponse<String> unsigned = slack.unsigned(JSON, body);

        assertThat(signed.statusCode()).isEqualTo(400);
        assertThat(signed.body()).isEmpty();
        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(unsigned.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "payload",
                "payload=",
                "payload=notjson",
                "payload=%5B%5D",
                "payload=null",
                "payload=%zz",
                "payload=%7B",
                "payload=%7B%7D",
                "payload=%7B%22type%22%3A7%7D",
                "payload=%7B%22type%22%3A%22block_actions%22%7D&payload=%7B%22type%22%3A%22block_actions%22%7D",
                "command=%2Fincident&command=%2Fincident",
                "comm%and=x",
                "=&=&&",
                "text=hello"
            })
    void refusesFormsThatAreNoRequest(String body) {
        HttpResponse<String> signed = slack.form(body);
        HttpResponse<String> unsigned = slack.unsigned(FORM, body);

        assertThat(signed.statusCode()).isEqualTo(400);
        assertThat(signed.body()).isEmpty();
        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(unsigned.body()).isEmpty();
    }

    /** What lacks what every one of its kind has would make whoever reads it stumble. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'block_actions','user':{'id':'U0ANN'},'channel':{},'actions':[{'action_id':'say:x','value':'x'}]}",
                "{'type':'message_action','user':{'id':'U0ANN'},'channel':{'id':'C1'},'callback_id':'timeline_add',"
                        + "'message':{'text':'x'}}",
                "{'type':'message_action','user':{'id':'U0ANN'},'channel':{},'callback_id':'timeline_add',"
                        + "'message':{'text':'x'},'message_ts':'1.2'}",
                "{'type':'message_action','user':{'id':'U0ANN'},'channel':{'id':'C1'},'callback_id':7,"
                        + "'message':{'text':'x'},'message_ts':'1.2'}",
                "{'type':'shortcut','user':{'id':'U0ANN'},'callback_id':''}",
                "{'type':'view_closed','user':{'id':' '},'view':{'id':'V1'}}"
            })
    void refusesInteractionsThatAreNotWhole(String payload) {
        assertThat(slack.interaction(payload.replace('\'', '"')).statusCode()).isEqualTo(400);
    }

    /** Bolt would pass over the channel. */
    @Test
    void refusesCommandsWithABareSignInTheChannel() {
        assertThat(slack.form("command=%2Fincident&text=help&user_id=U0ANN&channel_id=C1=2")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesAbsurdNesting() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        String objects = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);

        assertThat(slack.json("{\"type\":\"url_verification\",\"x\":" + deep + "}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(slack.json(envelope(eventId(), objects)).statusCode()).isEqualTo(400);
        assertThat(slack.interaction("{\"type\":\"block_actions\",\"x\":" + deep + "}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(slack.json(HELLO).statusCode()).isEqualTo(200);
    }

    @Test
    void acceptsTypesThatItDoesNotKnow() {
        assertThat(slack.json("{\"type\":\"zzz_new\",\"token\":\"t\"}").statusCode())
                .isEqualTo(200);
        assertThat(slack.json(envelope(eventId(), "{\"type\":\"zzz_new\",\"channel\":7}"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "PATCH", "HEAD"})
    void takesPostsOnly(String method) {
        HttpResponse<String> answer = slack.send(slack.toDoor()
                .method(method, BodyPublishers.noBody())
                .header("Content-Type", JSON)
                .build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"; charset=zzz", ";charset=\"", "; charset=utf-16", ";;="})
    void readsFormsAsUtf8WhateverCharsetTheyName(String more) {
        String body = "payload="
                + URLEncoder.encode(
                        "{\"type\":\"view_closed\",\"user\":{\"id\":\"U0ÄNN\"},\"view\":{\"id\":\"V1\"}}",
                        StandardCharsets.UTF_8);
        String now = String.valueOf(Instant.now().getEpochSecond());

        assertThat(slack.send(slack.post(FORM + more, body, now, slack.signature(now, body)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(slack.unsigned(FORM + more, body).statusCode()).isEqualTo(401);
    }

    @Test
    void readsChannelsAgainWhenSlackDroppedEvents() {
        await("nothing left to do", tables::isSettled);
        int before = bot.workspace.calls("conversations.history").size();

        HttpResponse<String> answer =
                slack.json("{\"type\":\"app_rate_limited\",\"team_id\":\"T0LOCAL\",\"minute_rate_limited\":%d}"
                        .formatted(Instant.now().getEpochSecond()));

        assertThat(answer.statusCode()).isEqualTo(200);
        await(
                "a look into the channel's history",
                () -> bot.workspace.calls("conversations.history").size() > before);
    }

    @Test
    void keepsRawAndEscapedTextAlike() {
        String words = "📣 結帳壞了 — مرحبا 👩‍🚒 é \\\\ / \\\"";
        String escaped = words.codePoints()
                .collect(
                        StringBuilder::new,
                        (text, point) -> {
                            for (char unit : Character.toChars(point)) {
                                text.append(unit < 128 ? String.valueOf(unit) : "\\u%04x".formatted((int) unit));
                            }
                        },
                        StringBuilder::append)
                .toString();
        String raw = ts();
        String other = ts();

        assertThat(slack.json(envelope(
                                eventId(), message(channel, raw, ",\"user\":\"U0ANN\",\"text\":\"" + words + "\"")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(slack.json(envelope(
                                eventId(), message(channel, other, ",\"user\":\"U0ANN\",\"text\":\"" + escaped + "\"")))
                        .statusCode())
                .isEqualTo(200);

        await("both lines", () -> tables.count("timeline WHERE ts IN (?, ?)", raw, other) == 2);
        assertThat(tables.texts("SELECT text FROM timeline WHERE ts IN (?, ?)", raw, other))
                .containsOnly("📣 結帳壞了 — مرحبا 👩‍🚒 é \\ / \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r\n\r\n", "  "})
    void checksTheSignatureOverTheBytesAsTheyCame(String end) {
        assertThat(slack.json(HELLO + end).statusCode()).isEqualTo(200);
        assertThat(slack.json(HELLO.replace(",", "," + end)).statusCode()).isEqualTo(200);
        assertThat(slack.form("command=%2Fincident&text=help&user_id=U0ANN&channel_id=" + channel
                                + "&trigger_id=1.2.3&token=t" + end)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesALargeBodyBeforeItComes() throws Exception {
        String answer = raw(
                "Content-Length: " + (LARGEST + 1) + "\r\n\r\n", new byte[0], "that a body of 3 MiB + 1 is refused");

        assertThat(answer).contains(" 413 ");
    }

    @Test
    void refusesALargeBodyThatDoesNotSayItsLength() throws Exception {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        byte[] chunk = "x".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
        for (int sent = 0; sent <= LARGEST; sent += chunk.length) {
            chunks.writeBytes("10000\r\n".getBytes(StandardCharsets.US_ASCII));
            chunks.writeBytes(chunk);
            chunks.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }

        String answer =
                raw("Transfer-Encoding: chunked\r\n\r\n", chunks.toByteArray(), "that an endless body is refused");

        assertThat(answer).contains(" 413 ");
    }

    @Test
    void acceptsABodyOfExactlyThreeMebibytes() {
        String rest = "{\"type\":\"url_verification\",\"challenge\":\"c\",\"x\":\"\"}";
        String body = rest.replace("\"\"}", "\"" + "x".repeat(LARGEST - rest.length()) + "\"}");

        assertThat(body).hasSize(LARGEST);
        assertThat(slack.json(body).statusCode()).isEqualTo(200);
    }

    @Test
    void goesOnAnsweringWhileManyLargeBodiesCome() throws Exception {
        List<Socket> callers = new ArrayList<>();
        byte[] much = new byte[1024 * 1024];
        try {
            for (int caller = 0; caller < 30; caller++) {
                Socket socket = connect("Content-Length: " + LARGEST + "\r\n\r\n");
                socket.getOutputStream().write(much);
                callers.add(socket);
            }

            assertThat(slack.json(HELLO).statusCode()).isEqualTo(200);
        } finally {
            for (Socket caller : callers) {
                caller.close();
            }
        }
    }

    /** The first line of the answer to a request that never ends. */
    private static String raw(String headers, byte[] body, String what) throws IOException {
        try (Socket socket = connect(headers)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            byte[] answer = new byte[64];
            int read = socket.getInputStream().read(answer);
            assertThat(read).as(what).isPositive();
            return new String(answer, 0, read, StandardCharsets.US_ASCII);
        }
    }

    private static Socket connect(String headers) throws IOException {
        Socket socket = new Socket(bot.address.getHost(), bot.address.getPort());
        socket.getOutputStream()
                .write(("POST /slack/events HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
                                + "X-Slack-Request-Timestamp: " + Instant.now().getEpochSecond()
                                + "\r\nX-Slack-Signature: v0=" + "0".repeat(64) + "\r\n" + headers)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
