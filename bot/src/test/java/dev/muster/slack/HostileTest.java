package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Disk;
import dev.muster.testing.Hostile;
import dev.muster.testing.SignedRequests;
import dev.muster.workspace.Call;
import dev.muster.workspace.Person;
import dev.muster.workspace.Workspace;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hostile words over HTTP, on PostgreSQL, which is the stricter database: each is answered, and what is sent is harmless. */
class HostileTest {

    private static final int STRINGS = 40;
    /** A channel is told something once a second. */
    private static final Duration LONG = Duration.ofSeconds(90);

    private static final Set<String> MARKUP = Set.of("text", "topic", "purpose");
    private static final ObjectMapper json = new ObjectMapper();

    private static BotRig bot;
    private static SignedRequests slack;
    private static Disk disk;
    private static String room;
    private static int number;

    @BeforeAll
    static void start() {
        Workspace workspace = Workspace.builder()
                .people(List.of(
                        Person.of("ann", "Ann Okafor", "", "Europe/London"),
                        Person.of("bob", "Bob Ivers", "", "Europe/London"),
                        Person.of("mal", "*zq* <!channel> \u202e`zq` <@U0EVE>", "", "Europe/London")))
                .start();
        bot = BotRig.start(workspace, Databases.postgres(), Map.of());
        slack = new SignedRequests(bot.address, workspace.signingSecret());
        disk = new Disk(bot.settings.database().url());
        room = bot.declare(
                "mal",
                "sev3 *zq* <!channel> <https://evil.example|click> ```zq &lt;!here&gt; \u202e " + "🔥".repeat(200));
        List.of("ann", "bob").forEach(who -> bot.as(who).join(room));
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void answersWhateverComesAndSendsNothingHarmful() {
        Hostile.words(7, STRINGS).forEach(words -> {
            ok(slack.command(command(words)));
            ok(slack.command(command("note " + words)));
            ok(slack.command(command("search " + words)));
            ok(slack.interaction(pressed("say:note", "INC-1 note " + words)));
            ok(slack.interaction(pressed(words, words)));
            ok(slack.interaction(submitted("note", Map.of("text", words))));
            ok(slack.interaction(submitted(words, Map.of(words, words))));
            ok(slack.interaction(shortcut("timeline_add", words)));
            ok(slack.interaction(shortcut("action_new", words)));
            ok(slack.json(event("\"user\":\"U0MAL\",\"text\":" + text(words))));
            ok(slack.json(event("\"user\":\"U0MAL\",\"text\":\"\",\"subtype\":\"file_share\",\"files\":[{\"id\":\"F"
                    + number + "\",\"name\":" + text(words) + ",\"title\":" + text(words) + "}]")));
        });
        tell(Hostile.words(8, 100).skip(80).collect(Collectors.joining(" ", "\0\ud83d", "")));
        await("nothing left to do", LONG, disk::isSettled);
        ok(slack.command(command("timeline")));
        ok(slack.command(command("brief")));

        assertThat(bot.workspace.calls())
                .filteredOn(call -> !call.ok() && !call.method().equals("views.open"))
                .filteredOn(call -> call.error().matches("invalid.*|.*too_long|no_text|internal_error"))
                .isEmpty();
        assertThat(bot.workspace.calls().stream().flatMap(HostileTest::harm)).isEmpty();
    }

    /** What the channel is told, and what is asked in a direct message. */
    private static void tell(String words) {
        Stream.of(
                        "update",
                        "decision",
                        "impact",
                        "propose",
                        "link https://a.example/",
                        "sev sev2 because",
                        "sev sev3 because")
                .forEach(verb -> ok(slack.command(command(verb + " " + words))));
        ok(slack.interaction(submitted("impact", Map.of("services", words, "revenue", words))));
        ok(slack.interaction(submitted("action", Map.of("text", words, "due", "in 1s"))));
    }

    private static Stream<String> harm(Call call) {
        return markups("", call.arguments()).stream()
                .flatMap(markup -> Stream.concat(Hostile.harm(markup).stream(), Hostile.formatting(markup).stream())
                        .map(harm -> call.method() + " " + harm + ": " + markup));
    }

    /** All texts that are not said to be plain. */
    private static List<String> markups(String name, JsonNode node) {
        List<String> found = new ArrayList<>();
        if (node.isTextual() && MARKUP.contains(name)) {
            found.add(node.asText());
        } else if (!node.path("type").asText().equals("plain_text")) {
            node.fields().forEachRemaining(field -> found.addAll(markups(field.getKey(), field.getValue())));
            if (node.isArray()) {
                node.forEach(each -> found.addAll(markups(name, each)));
            }
        }
        return found;
    }

    private static void ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("went wrong");
    }

    private static String channel() {
        return bot.channel(room).path("id").asText();
    }

    private static Map<String, String> command(String words) {
        return new TreeMap<>(Map.of(
                "team_id",
                "T0LOCAL",
                "channel_id",
                channel(),
                "user_id",
                "U0MAL",
                "command",
                "/incident",
                "text",
                words,
                "response_url",
                bot.workspace.url() + "response/none",
                "trigger_id",
                "1.2." + number++));
    }

    private static ObjectNode payload(String type) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("type", type).put("trigger_id", "1.2." + number++);
        payload.put("response_url", bot.workspace.url() + "response/none");
        payload.putObject("user").put("id", "U0MAL").put("team_id", "T0LOCAL");
        payload.putObject("team").put("id", "T0LOCAL");
        payload.putObject("channel").put("id", channel());
        return payload;
    }

    private static String pressed(String action, String words) {
        ObjectNode payload = payload("block_actions");
        payload.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", action)
                .put("block_id", "b")
                .put("value", words);
        return text(payload);
    }

    private static String shortcut(String callback, String words) {
        ObjectNode payload = payload("message_action").put("callback_id", callback);
        payload.put("message_ts", SignedRequests.ts());
        payload.putObject("message").put("ts", SignedRequests.ts()).put("text", words);
        return text(payload);
    }

    private static String submitted(String verb, Map<String, String> answers) {
        ObjectNode payload = payload("view_submission");
        ObjectNode view = payload.putObject("view")
                .put("type", "modal")
                .put("id", "V" + number)
                .put("callback_id", "form");
        view.put("private_metadata", text(Map.of("verb", verb, "incident", "INC-1", "channel", channel())));
        view.putArray("blocks").addObject().put("type", "input").put("block_id", "text");
        ObjectNode values = view.putObject("state").putObject("values");
        answers.forEach((name, answer) -> values.putObject(name)
                .putObject(name)
                .put("type", "plain_text_input")
                .put("value", answer));
        return text(payload);
    }

    private static String event(String fields) {
        return SignedRequests.envelope(
                SignedRequests.eventId(), SignedRequests.message(channel(), SignedRequests.ts(), "," + fields));
    }

    private static String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
