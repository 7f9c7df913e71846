package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Room;
import dev.muster.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that the bot does at a press: it says what they say, gives the role, sets the stage, and waits. */
class StepsStoryTest {

    private static final String TELL =
            """
            metadata: {id: tell, title: Tell them}
            parameters: {shop: {}}
            steps:
              - {id: lead, title: Somebody leads, kind: assign, assign: ic}
              - {id: write, title: Cleo writes, kind: assign, assign: comms, to: "@cleo"}
              - {id: here, title: Say it here, kind: message, message: "*Heads up* @bob: {{shop}} is down"}
              - {id: there, title: Say it to them, kind: message, to: ["#general", "@dev"], message: "{{incident}}: {{shop}}"}
              - {id: stage, title: It is known, kind: stage, stage: identified}
              - {id: rest, title: Wait for it, kind: wait, wait: 1s}
              - {id: look, title: Look again, kind: check}
            """;
    private static final String CLOSE =
            """
            metadata: {id: close, title: Resolve it}
            when: [{alert: {alertname: Others}}]
            steps:
              - {id: over, title: It is over, kind: stage, stage: resolved}
            """;

    /** What is called is another server; here it is the workspace, which says that it is well. */
    private static final String ASK =
            """
            metadata: {id: ask, title: Ask a server}
            when: [{alert: {alertname: Shops}}]
            parameters: {word: {}}
            steps:
              - {id: call, title: Ask it, kind: http, method: GET, url: "%sapi.test?said={{word}}", expect_output: ok}
              - {id: look, title: See what it said, kind: check}
            """;

    private static BotRig bot;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Workspace workspace = Workspace.builder().start();
        Path books = Files.createDirectory(folder.resolve("books"));
        Files.writeString(books.resolve("tell.yaml"), TELL);
        Files.writeString(books.resolve("close.yaml"), CLOSE);
        Files.writeString(books.resolve("ask.yaml"), ASK.formatted(workspace.apiUrl()));
        Map<String, String> settings = Map.of(
                "MUSTER_RUNBOOKS",
                books.toString(),
                "MUSTER_POLICY_VERBS_RESOLVE",
                "commander",
                "MUSTER_EXECUTION_ENABLED",
                "true",
                "MUSTER_EXECUTION_PRIVATE_HOSTS",
                URI.create(workspace.apiUrl()).getAuthority());
        bot = BotRig.start(workspace, Databases.sqlite(folder), settings);
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void doesAtAPressWhatTheStepSaysAndGoesOnByItselfAfterAWait() {
        String name = bot.declare("ann", "sev3 The till is silent");
        Room room = new Room(bot.workspace, name);
        bot.say("ann", name, "runbook start tell shop=<!channel>*Berlin*");

        room.press("ann", "Somebody leads", "I take it");
        room.press("ann", "Cleo writes", "Give it");
        room.press("ann", "Say it here", "Say it");
        await("what is said here", () -> room.says("*Heads up* <@U0BOB>: &lt;!channel&gt;"));
        room.press("ann", "Say it to them", "Say it");
        room.press("ann", "It is known", "Set it");
        room.card("Look again");
        room.press("ann", "Look again", "Done");

        room.shown("Finished the runbook “Tell them”");
        String id = "INC-" + name.replaceAll("inc-([0-9]+)-.*", "$1");
        await(
                "word to all",
                () -> texts("general").stream()
                                .filter(text -> text.startsWith(id + ": "))
                                .count()
                        == 1);
        await(
                "word to one",
                () -> bot.directs("dev").stream()
                                .filter(text -> text.startsWith(id + ": "))
                                .count()
                        == 1);
        String status = bot.say("ann", name, "status").body().toString();
        assertThat(status).contains("U0ANN", "U0CLEO").containsIgnoringCase("identified");
    }

    @Test
    void asksThePolicyOfWhatIsSetAsIfItHadBeenTyped() {
        String name = bot.declare("ann", "sev3 Not for everybody @ann as ic");
        Room room = new Room(bot.workspace, name);
        bot.say("ann", name, "runbook start close");

        room.press("bob", "It is over", "Set it");
        await("the refusal", () -> bot.workspace.ephemerals("bob").toString().contains("may use `/incident resolve`"));
        assertThat(Room.has(room.card("It is over"), "Set it")).isTrue();
        assertThat(room.says("→ resolved")).isFalse();
        room.press("ann", "It is over", "Set it");

        room.shown("Finished the runbook “Resolve it”");
        await("the stage", () -> room.says("→ resolved"));
    }

    @Test
    void offersTheRunbookThatTheAlertLinksAndSaysWhy() {
        String name = bot.declare(
                "ann",
                "sev3 --labels \"alertname=Shops, runbook_url=https://wiki.example/books/tell.md#now\" The shops are quiet");
        Room room = new Room(bot.workspace, name);

        String shown = room.shown("the alert links it").toString();

        assertThat(shown)
                .contains("Tell them", "runbook start tell", "alertname=Shops")
                .doesNotContain("start close");
        assertThat(bot.say("ann", name, "timeline").body().toString()).contains("The shops are quiet");
    }

    @Test
    void callsAServerOnceAndSaysWhatItAnswered() {
        String name = bot.declare("ann", "sev3 Is it well");
        Room room = new Room(bot.workspace, name);
        bot.say("ann", name, "runbook start ask word=a&b/c");
        assertThat(room.card("Ask it").toString())
                .contains("GET " + bot.workspace.apiUrl() + "api.test?said=a%26b%2Fc");

        room.press("ann", "Ask it", "Run");

        room.card("See what it said");
        await("its answer", () -> room.says("a&amp;b/c") || room.says("a&b/c"));
        assertThat(room.card("Ask it").toString()).contains("200");
    }

    @Test
    void saysNothingElsewhereOfAPrivateIncident() {
        String name = bot.declare("ann", "sev3 --private A quiet one");
        Room room = new Room(bot.workspace, name);
        bot.say("ann", name, "runbook start tell shop=secret-shop");
        room.press("ann", "Somebody leads", "Skip");
        room.press("ann", "Cleo writes", "Skip");
        room.press("ann", "Say it here", "Skip");

        room.press("ann", "Say it to them", "Say it");

        await("the refusal", () -> bot.workspace.ephemerals("ann").toString().contains("is private, and"));
        assertThat(texts("general")).noneMatch(text -> text.contains("secret-shop"));
        assertThat(Room.has(room.card("Say it to them"), "Done")).isTrue();
    }

    private static List<String> texts(String channel) {
        return bot.texts(channel);
    }
}
