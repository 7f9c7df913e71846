package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.junit.WorkspaceExtension;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused and how, and what is not, as data and over HTTP. */
class PayloadsTest {
    private static final MutableClock CLOCK = new MutableClock();
    private static final String FORM =
            "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"T\"},\"blocks\":[]}";

    @RegisterExtension
    static final WorkspaceExtension SLACK =
            WorkspaceExtension.with(builder -> builder.clock(CLOCK).triggerClock(CLOCK));

    private static final Map<String, String> KNOWN = new HashMap<>();
    private static FakeBot bot;
    private static Api api;

    @BeforeAll
    static void start() throws IOException {
        bot = new FakeBot();
        Workspace workspace = SLACK.workspace();
        workspace.connect(bot.url());
        api = new Api(workspace.apiUrl(), workspace.botToken());
        String channel = api.ok("conversations.create", "name", "payloads")
                .at("/channel/id")
                .asText();
        workspace.as("ann").join("payloads");
        KNOWN.put("$channel", channel);
        KNOWN.put("$other", workspace.as("ann").post("payloads", "hers"));
        KNOWN.put(
                "$ts",
                api.ok("chat.postMessage", "channel", channel, "text", "x")
                        .path("ts")
                        .asText());
        KNOWN.put(
                "$later",
                Long.toString(CLOCK.instant().plus(Duration.ofHours(1)).getEpochSecond()));
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    /** A form is open and may be changed, and a trigger may open another one. */
    @BeforeEach
    void open() {
        JsonNode view = api.ok("views.open", "trigger_id", trigger(), "view", FORM);
        KNOWN.put("$view", view.at("/view/id").asText());
        KNOWN.put("$trigger", trigger());
    }

    /** Of the last command; events may have come since. */
    private static String trigger() {
        SLACK.workspace().as("ann").slash("payloads", "/incident");
        return bot.deliveries().stream()
                .map(delivery -> delivery.field("trigger_id"))
                .filter(trigger -> !trigger.isEmpty())
                .reduce("", (before, after) -> after);
    }

    static List<Corpus.Case> wrong() {
        return Corpus.read("wrong.json");
    }

    static List<Corpus.Case> right() {
        return Corpus.read("right.json");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesWhatIsWrongAndSaysWhere(Corpus.Case wrong) {
        int before = SLACK.workspace().messages("payloads").size();

        JsonNode answer = api.callJson(wrong.method(), wrong.body(KNOWN));

        assertThat(answer.path("error").asText()).as(wrong + ": " + answer).isEqualTo(wrong.error());
        List<String> messages = Json.texts(answer.path("response_metadata").path("messages"));
        if (!wrong.pointer().isEmpty()) {
            assertThat(messages).anySatisfy(message -> assertThat(message)
                    .startsWith("[ERROR] " + wrong.problem())
                    .endsWith(" [json-pointer:" + wrong.pointer() + "]"));
        }
        assertThat(SLACK.workspace().messages("payloads")).hasSize(before);
    }

    @ParameterizedTest
    @MethodSource("right")
    void takesWhatIsRight(Corpus.Case right) {
        JsonNode answer = api.callJson(right.method(), right.body(KNOWN));

        assertThat(answer.path("ok").asBoolean()).as(right + ": " + answer).isTrue();
    }

    @Test
    void hasEnoughOfBothAndNoneTwice() {
        assertThat(wrong())
                .hasSizeGreaterThan(200)
                .extracting(Corpus.Case::name)
                .doesNotHaveDuplicates();
        assertThat(right()).hasSizeGreaterThan(30).extracting(Corpus.Case::name).doesNotHaveDuplicates();
    }
}
