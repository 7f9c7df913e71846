package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Listener;
import dev.muster.testing.Listener.Heard;
import dev.muster.workspace.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the end of an incident to what others learn of it: a date, the whys, a draft from outside, and the word that it is there. */
class LearningStoryTest {

    private static final String SECRET = "what only the two of us know";
    private static final String TOKEN = "xoxb-123456789012-123456789012-abcdefghijklmnopqrstuvwx";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Listener hook = new Listener();
    private static final Listener model = new Listener();
    private static BotRig bot;
    private static Tables tables;

    @BeforeAll
    static void start(@TempDir Path folder) {
        Map<String, String> settings = Map.of(
                "MUSTER_POSTMORTEM_WEBHOOK_URL",
                hook.url("/published").toString(),
                "MUSTER_POSTMORTEM_WEBHOOK_SECRET",
                SECRET,
                "MUSTER_DRAFTING_URL",
                model.url("/v1").toString(),
                "MUSTER_DRAFTING_MODEL",
                "a-model",
                "MUSTER_DRAFTING_KEY",
                "let me in",
                "MUSTER_WATCHES_MEETING_AFTER",
                "2s");
        bot = BotRig.start(Databases.sqlite(folder), settings);
        tables = new Tables(bot.settings);
    }

    @AfterAll
    static void stop() {
        bot.close();
        hook.close();
        model.close();
    }

    @Test
    void setsADateThatCalendarsUnderstand() {
        String room = bot.declare("ann", "sev2 A cable broke");
        bot.say("ann", room, "resolve");
        await("the question", () -> said(room, "Nobody has said yet when"));
        bot.workspace.faults().dropAfterActing("chat.postMessage", 1);

        bot.say("ann", room, "meet 2030-12-01 14:00 for 30m");

        await("the file", () -> calendars(room).size() == 1);
        assertThat(calendars(room).get(0)).contains("DTSTART:20301201T140000Z", "DTEND:20301201T143000Z", "SEQUENCE:0");
        bot.say("ann", room, "meet 2030-12-02 14:00 for 30m");
        await("the other file", () -> calendars(room).size() == 2);
        assertThat(calendars(room).get(1)).contains("DTSTART:20301202T140000Z", "SEQUENCE:1");
        await("nothing left to do", tables::isSettled);
        assertThat(bot.texts(room).stream()
                        .filter(text -> text.contains("asked for by"))
                        .toList())
                .as("one message for each")
                .hasSize(2);
    }

    @Test
    void asksWhyInAFormThatIsGoneOnWith() {
        String room = bot.declare("ann", "sev2 The pool was empty");
        bot.say("ann", room, "resolve");

        Answer first = bot.say("ann", room, "why The pool was empty: a job should have closed its connections");
        Answer second = bot.say("bob", room, "why Nobody knew: no alert looks at it (#1)");

        assertThat(first.body().toString())
                .contains("is kept, version 1, with 1 answer", "point to no row", "should have closed");
        assertThat(second.body().toString()).contains("version 2").doesNotContain("point to no row");
        bot.say("ann", room, "why The pool was empty");
        await("the form", () -> bot.workspace.openViews("ann").toString().contains("And why was that?"));
        assertThat(bot.workspace.openViews("ann").toString()).contains("a job should have closed its connections");
    }

    @Test
    void tellsOthersWhatWasPublishedUntilTheyHearIt() throws Exception {
        hook.first(503).first(429);
        String room = bot.declare("ann", "sev2 Something to learn from");
        publish(room);

        await("the word", () -> heard("Something to learn from").size() == 3);
        await("the word to everybody", () -> said("incidents", "Something to learn from”, is published"));
        await("nothing left to do", tables::isSettled);
        List<Heard> heard = heard("Something to learn from");
        assertThat(heard)
                .extracting(one -> one.headers().get("x-muster-delivery"))
                .containsOnly(heard.get(0).headers().get("x-muster-delivery"));
        assertThat(heard).allSatisfy(one -> assertThat(one.headers().get("x-muster-signature"))
                .isEqualTo(signature(one)));
        JsonNode told = JSON.readTree(heard.get(2).body());
        assertThat(told.path("event").asText()).isEqualTo("postmortem.published");
        assertThat(told.path("publishedBy").asText()).isEqualTo("bob");
        assertThat(told.path("markdown").asText()).contains("# Post-mortem of", "It grew without a limit");
    }

    @Test
    void tellsNobodyOfWhatIsPrivateOrPractised() {
        String closed = bot.declare("ann", "sev2 Behind closed doors --private");
        bot.say("ann", closed, "invite @bob");
        await("bob", () -> bot.channel(closed)
                .path("members")
                .toString()
                .contains(bot.workspace.actor("bob").id()));
        publish(closed);
        publish(bot.declare("ann", "sev2 Only a rehearsal --drill"));
        publish(bot.declare("ann", "sev2 Open to all"));

        await("the word", () -> !heard("Open to all").isEmpty());
        await("nothing left to do", tables::isSettled);
        assertThat(hook.heard().toString()).doesNotContain("Behind closed doors", "Only a rehearsal");
        assertThat(bot.texts("incidents").toString()).doesNotContain("Behind closed doors");
    }

    @Test
    void draftsWithoutNamesAndSecretsAndMarksIt() {
        model.always("{\"choices\":[{\"message\":{\"content\":\"- Person 1 saw it (#1)\\n- The moon was full\"}}]}");
        String room = bot.declare("ann", "sev2 A riddle");
        bot.say("ann", room, "note ann found the token " + TOKEN);
        bot.say("ann", room, "resolve");

        bot.say("bob", room, "suggest summary");

        await("the draft", () -> bot.directs("bob").toString().contains("Drafted by a-model"));
        assertThat(bot.directs("bob").toString()).contains("The moon was full (no evidence)");
        Heard asked = model.heard().get(model.heard().size() - 1);
        assertThat(asked.path()).isEqualTo("/v1/chat/completions");
        assertThat(asked.headers()).containsEntry("authorization", "Bearer let me in");
        assertThat(asked.body()).contains("A riddle", "Person ").doesNotContain(TOKEN, "ann found");
        assertThat(bot.say("ann", room, "postmortem").body().toString())
                .as("it stands nowhere until somebody takes it")
                .doesNotContain("moon");
        bot.say("bob", room, "write summary");
        await("the form", () -> bot.workspace.openViews("bob").toString().contains("The moon was full"));
    }

    private static void publish(String room) {
        bot.say("ann", room, "resolve");
        bot.say("ann", room, "write causes It grew without a limit (#1)");
        assertThat(bot.say("bob", room, "postmortem publish").body().toString()).contains("is published");
    }

    private static boolean said(String channel, String words) {
        return bot.texts(channel).stream().anyMatch(text -> text.contains(words));
    }

    private static List<Heard> heard(String words) {
        return hook.heard().stream().filter(one -> one.body().contains(words)).toList();
    }

    private static List<String> calendars(String room) {
        return bot.workspace.messages(room).stream()
                .flatMap(message -> message.findValues("files").stream())
                .map(files -> files.at("/0"))
                .filter(file -> file.path("name").asText().endsWith(".ics"))
                .map(file ->
                        new String(bot.workspace.file(file.path("id").asText()).orElseThrow(), StandardCharsets.UTF_8))
                .toList();
    }

    private static String signature(Heard heard) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String text = "v0:" + heard.headers().get("x-muster-request-timestamp") + ":" + heard.body();
        return "v0=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
