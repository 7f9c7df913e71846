package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.SignedRequests;
import dev.muster.workspace.Answer;
import dev.muster.workspace.Push;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, press and fill in: each is answered, and each is done once. */
class InteractionsTest {

    private static BotRig bot;
    private static SignedRequests slack;
    private static Tables tables;
    private static String room;

    @BeforeAll
    static void start(@TempDir Path folder) {
        bot = BotRig.start(Databases.sqlite(folder), Map.of());
        slack = new SignedRequests(bot.address, bot.workspace.signingSecret());
        tables = new Tables(bot.settings);
        room = bot.declare("ann", "sev2 Pressed and filled in");
    }

    @AfterEach
    void settle() {
        bot.workspace.faults().clear();
        await("nothing left to do", tables::isSettled);
        List.of("ann", "bob").forEach(who -> bot.workspace.openViews(who).forEach(view -> bot.as(who)
                .closeView()));
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void answersTheBareCommandEverywhere() {
        Answer elsewhere = bot.say("ann", "general", "");
        Answer here = bot.say("ann", room, "");

        assertThat(elsewhere.body().toString()).contains("Open incidents").contains("Declare an incident");
        assertThat(here.body().toString()).contains("INC-1").contains("Post update");
        assertThat(elsewhere.millis()).isLessThan(1000);
    }

    @Test
    void answersACommandWithoutAnyText() {
        Map<String, String> fields = command("");
        fields.remove("text");

        HttpResponse<String> answer = slack.command(fields);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Open incidents");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's \"down\" & <slow> = 100 % + “smart” ‘quotes’",
                "line one\nline two\r\nline three",
                "🔥🔥 結帳 مرحبا 👩‍🚒 :tada:",
                "%s %d %n {0} $1 \\1 ${jndi:x} '; DROP TABLE incidents; --",
                "*bold* _it_ ~no~ `code` ```block```",
                "a=b&payload=c&command=d"
            })
    void writesDownWhatWasTypedToTheLetter(String words) {
        bot.say("ann", room, "note " + words);

        assertThat(tables.texts("SELECT text FROM timeline WHERE kind = 'note'"))
                .contains(words);
    }

    @Test
    void takesFourThousandCharacters() {
        String words = "<&> 👩 ".repeat(666);

        bot.say("ann", room, "note " + words);
        bot.say("ann", room, "update " + words);
        bot.say("ann", room, "decision " + words);
        bot.say("ann", room, "action " + words);

        assertThat(tables.texts("SELECT text FROM timeline WHERE kind = 'note'"))
                .contains(words.strip());
        await("the update", () -> bot.texts(room).stream().anyMatch(text -> text.contains("Status update")));
        await("nothing left to do", tables::isSettled);
        assertThat(bot.workspace.calls())
                .filteredOn(
                        call -> call.error().contains("invalid") || call.error().contains("too_long"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xyzzy",
                "<!channel>",
                "declrae x",
                "INC-999 status",
                "999999999999 status",
                "role king",
                "sev sev9",
                "note 99:99",
                "actions done 77",
                "runbook start nothing-like-it",
                "stage nowhere",
                "help xyzzy",
                "timeline export nothing",
                "--private",
                "\u0000",
                "`"
            })
    void saysSomethingToWhateverIsTyped(String words) {
        String answer =
                bot.say("bob", room, words).body().map(JsonNode::toString).orElse("a form");
        if (answer.equals("a form")) {
            await("a form", () -> !bot.workspace.openViews("bob").isEmpty());
        }

        assertThat(answer).isNotBlank().doesNotContain("Exception").doesNotContain("went wrong on my side");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expired_trigger_id",
                "trigger_expired",
                "invalid_trigger_id",
                "exchanged_trigger_id",
                "fatal_error"
            })
    void keepsTheTypedWordsWhenSlackRefusesTheForm(String error) {
        int before = bot.workspace.ephemerals("ann").size();
        bot.workspace.faults().fail("views.open", error, 1);

        Answer answer = bot.say("ann", room, "role @bob");

        assertThat(answer.body()).isEmpty();
        await("another way", () -> bot.workspace.ephemerals("ann").size() > before);
        JsonNode whisper = bot.workspace.ephemerals("ann").get(before);
        assertThat(whisper.findValuesAsText("value")).hasSize(1).allMatch(words -> words.contains("role <@U0BOB"));
        bot.as("ann")
                .press(
                        whisper.path("channel").asText(),
                        whisper.path("ts").asText(),
                        whisper.findValuesAsText("action_id").get(0));
        await("the form", () -> !bot.workspace.openViews("ann").isEmpty());
        assertThat(bot.workspace.openViews("ann").get(0).findValuesAsText("initial_user"))
                .containsExactly("U0BOB");
    }

    @Test
    void keepsTheTypedWordsWhenSlackIsTooSlowForTheForm() {
        int before = bot.workspace.ephemerals("bob").size();
        bot.workspace.faults().delay("views.open", Duration.ofMillis(3200));

        Answer answer = bot.say("bob", room, "role @cleo");

        assertThat(answer.millis()).isLessThan(1000);
        await("another way", () -> bot.workspace.ephemerals("bob").size() > before);
        assertThat(bot.workspace.ephemerals("bob").get(before).findValuesAsText("value"))
                .allMatch(words -> words.contains("role <@U0CLEO"));
        assertThat(bot.workspace.openViews("bob")).isEmpty();
    }

    @Test
    void declaresOnceHoweverOftenAFormIsSent() throws Exception {
        int before = bot.incidentChannels().size();
        bot.say("bob", "general", "declare");
        await("the form", () -> !bot.workspace.openViews("bob").isEmpty());
        Answer first = bot.as("bob").submit(Map.of("title", "Sent five times"));
        String payload = last("view_submission").body().toString();

        List<HttpResponse<String>> more = EventsTest.atOnce(4, () -> slack.interaction(payload));

        assertThat(first.ok()).isTrue();
        assertThat(first.body()).isEmpty();
        assertThat(more).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(more).extracting(HttpResponse::body).containsOnly("");
        await("the channel", () -> bot.incidentChannels().size() > before);
        await("nothing left to do", tables::isSettled);
        assertThat(bot.incidentChannels()).hasSize(before + 1);
        assertThat(tables.count("timeline WHERE text = 'Sent five times'")).isEqualTo(1);
    }

    @Test
    void declaresOnceHoweverOftenACommandIsSent() throws Exception {
        Map<String, String> declare = command("declare sev3 Typed once");

        List<HttpResponse<String>> answers = EventsTest.atOnce(5, () -> slack.command(declare));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(tables.count("timeline WHERE text = 'Typed once'")).isEqualTo(1);
    }

    @Test
    void doesWhatAButtonSaysOnceHoweverOftenItsRequestComes() throws Exception {
        bot.say("ann", room, "action Press me");
        String owed = tables.texts("SELECT data FROM timeline WHERE text LIKE '%Press me'")
                .get(0);
        String number = owed.replaceAll(".*\"number\":([0-9]+).*", "$1");
        String payload = press("say:actions:done", "actions INC-1 done " + number, "1." + number + ".same")
                .toString();

        List<HttpResponse<String>> answers = EventsTest.atOnce(5, () -> slack.interaction(payload));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        await("the line", () -> tables.count("timeline WHERE text LIKE 'Action item % is done: Press me'") == 1);
        await("nothing left to do", tables::isSettled);
        assertThat(tables.count("timeline WHERE text LIKE 'Action item % is done: Press me'"))
                .isEqualTo(1);
    }

    @Test
    void saysOnTheFormWhatIsMissing() {
        bot.say("bob", "general", "declare");
        await("the form", () -> !bot.workspace.openViews("bob").isEmpty());
        bot.as("bob").submit(Map.of("title", "x", "at", "the other day"));
        ObjectNode untitled = last("view_submission").body().deepCopy();
        untitled.withObject("/view/state/values/title/title").put("value", " ");
        untitled.withObject("/view").put("id", "VOTHER");

        HttpResponse<String> missing = slack.interaction(untitled.toString());

        assertThat(last("view_submission").answer().at("/response_action").asText())
                .isEqualTo("errors");
        assertThat(last("view_submission").answer().at("/errors").toString()).contains("the other day");
        assertThat(missing.statusCode()).isEqualTo(200);
        assertThat(missing.body()).contains("\"response_action\":\"errors\"").contains("\"title\"");
    }

    @Test
    void toleratesWhatItDoesNotKnow() {
        ObjectNode unknownAction = press("somebody_elses", "x", "1.2.unknown");
        ObjectNode unknownShortcut = base("shortcut", "1.2.shortcut").put("callback_id", "zzz");
        ObjectNode unknownMessageShortcut = press("x", "x", "1.2.message").put("type", "message_action");
        unknownMessageShortcut
                .put("callback_id", "zzz")
                .put("message_ts", "1.000001")
                .remove("actions");
        ObjectNode twoActions = press("say:status", "status", "1.2.two");
        twoActions.withArray("/actions").add(twoActions.at("/actions/0").deepCopy());
        ObjectNode linkButton = press("say:link", "", "1.2.link");
        ((ObjectNode) linkButton.at("/actions/0")).remove("value");
        Map<String, String> otherCommand = command("help");
        otherCommand.put("command", "/somebody-elses");

        assertThat(List.of(unknownAction, unknownShortcut, unknownMessageShortcut, twoActions, linkButton))
                .extracting(payload -> slack.interaction(payload.toString()).statusCode())
                .containsOnly(200);
        assertThat(slack.command(otherCommand).statusCode()).isEqualTo(200);
    }

    @Test
    void saysPlainlyThatAnIncidentIsClosed() {
        String other = bot.declare("bob", "sev3 Over soon");
        JsonNode card = bot.workspace.messages(other).stream()
                .filter(message -> message.toString().contains("Take IC"))
                .findFirst()
                .orElseThrow();
        bot.as("bob").press(other, card.path("ts").asText(), "say:role:ic");
        ObjectNode pressed = last("block_actions").body().deepCopy();
        bot.say("bob", other, "resolve it went away");
        bot.say("bob", other, "close");
        await("the archive", () -> bot.channel(other).path("is_archived").asBoolean());
        int before = bot.workspace.ephemerals("cleo").size();

        ObjectNode late = pressed.put("trigger_id", "1.2.late");
        late.withObject("/user").put("id", "U0CLEO");
        HttpResponse<String> answer = slack.interaction(late.toString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        await(
                "an answer",
                () -> told("closed") || bot.workspace.ephemerals("cleo").size() > before);
        assertThat(tables.count("timeline WHERE kind = 'role' AND actor_id = 'U0CLEO'"))
                .isZero();
    }

    @Test
    void answersInAMessageWhenTheAnswerAddressIsUsedUp() {
        bot.workspace.faults().fail("response_url", "used_url", 1);
        JsonNode card = bot.workspace.messages(room).stream()
                .filter(message -> message.toString().contains("say:runbook:list"))
                .findFirst()
                .orElseThrow();

        bot.as("ann").press(room, card.path("ts").asText(), "say:runbook:list");

        await("a direct message", () -> bot.workspace.dms("ann").stream()
                .anyMatch(message -> message.path("text").asText().contains("To begin")));
    }

    @Test
    void refusesStrangersWhoPressAButton() {
        ObjectNode strange = press("say:resolve", "INC-1 resolve", "1.2.strange");
        strange.withObject("/user").put("team_id", "T0OTHER");

        assertThat(slack.interaction(strange.toString()).statusCode()).isEqualTo(200);

        await("nothing left to do", tables::isSettled);
        assertThat(tables.texts("SELECT stage FROM incidents WHERE id = 1")).containsExactly("DETECTED");
    }

    @Test
    void refusesAFormAboutAnIncidentThatOneMayNotSee() {
        String secret = bot.declare("bob", "sev3 Nobody may know --private");
        String id = tables.texts(
                        "SELECT id FROM incidents WHERE channel = ?",
                        bot.channel(secret).path("id").asText())
                .get(0);
        bot.say("ann", room, "note");
        await("the form", () -> !bot.workspace.openViews("ann").isEmpty());
        bot.as("ann").submit(Map.of("text", "hello"));
        ObjectNode tampered = last("view_submission").body().deepCopy();
        tampered.withObject("/view")
                .put("id", "VTAMPERED")
                .put(
                        "private_metadata",
                        tampered.at("/view/private_metadata").asText().replace("INC-1", "INC-" + id));

        HttpResponse<String> answer = slack.interaction(tampered.toString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("errors")
                .contains("There is no INC-" + id)
                .doesNotContain("Nobody may know");
        assertThat(tables.count("timeline WHERE text = 'hello' AND incident_id = ?", id))
                .isZero();
    }

    @Test
    void makesAChoiceOnceHoweverOftenItIsPressed() {
        for (String trigger : List.of("1.2.choice1", "1.2.choice2")) {
            ObjectNode choice = press("say:choice:0", "INC-1 note the choice is made", trigger);
            choice.putObject("container").put("message_ts", "1.000002");
            assertThat(slack.interaction(choice.toString()).statusCode()).isEqualTo(200);
        }

        await("nothing left to do", tables::isSettled);
        assertThat(tables.count("timeline WHERE text = 'the choice is made'")).isEqualTo(1);
    }

    @Test
    void opensTheFormOfAShortcut() {
        String ts = bot.as("ann").post(room, "The  database\nis <full>");

        assertThat(bot.as("ann")
                        .messageShortcut("incident_from_message", room, ts)
                        .ok())
                .isTrue();

        await("the form", () -> !bot.workspace.openViews("ann").isEmpty());
        assertThat(bot.workspace.openViews("ann").get(0).toString()).contains("The database is");
        assertThat(bot.as("bob").shortcut("incident_new").ok()).isTrue();
        await("the form", () -> !bot.workspace.openViews("bob").isEmpty());
    }

    @Test
    void addsAMessageToTheTimelineOnce() {
        String ts = bot.as("ann").post(room, "The root cause is the <proxy>");

        bot.as("bob").messageShortcut("timeline_add", room, ts);
        bot.as("cleo").messageShortcut("timeline_add", room, ts);

        await("nothing left to do", tables::isSettled);
        assertThat(tables.count("timeline WHERE kind = 'note' AND text = 'The root cause is the <proxy>'"))
                .isEqualTo(1);
    }

    private static boolean told(String words) {
        return bot.workspace.calls("response_url").stream()
                .anyMatch(call -> call.arguments().toString().contains(words));
    }

    private static Push last(String kind) {
        List<Push> found = bot.workspace.pushes().stream()
                .filter(push -> push.kind().equals(kind))
                .toList();
        return found.get(found.size() - 1);
    }

    private static Map<String, String> command(String words) {
        return new HashMap<>(Map.of(
                "token",
                "local",
                "team_id",
                "T0LOCAL",
                "channel_id",
                bot.channel("general").path("id").asText(),
                "user_id",
                "U0ANN",
                "command",
                "/incident",
                "text",
                words,
                "response_url",
                bot.workspace.url() + "response/none",
                "trigger_id",
                "1.2." + words.hashCode()));
    }

    private static ObjectNode base(String type, String trigger) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("type", type)
                .put("token", "local")
                .put("api_app_id", "A0MUSTER")
                .put("trigger_id", trigger);
        payload.putObject("user").put("id", "U0ANN").put("team_id", "T0LOCAL");
        payload.putObject("team").put("id", "T0LOCAL");
        return payload;
    }

    private static ObjectNode press(String actionId, String words, String trigger) {
        ObjectNode payload = base("block_actions", trigger);
        payload.putObject("channel").put("id", bot.channel(room).path("id").asText());
        payload.putObject("message").put("ts", "1.000001").put("text", "x");
        payload.put("response_url", bot.workspace.url() + "response/none");
        payload.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", actionId)
                .put("block_id", "b")
                .put("value", words);
        return payload;
    }
}
