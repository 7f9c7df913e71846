package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Room;
import dev.muster.testing.Toolbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runbooks that act: approved, run once, shown; told what they need to know; handed on; calling one another. */
class ExecutionStoryTest {

    private static final String RESTART =
            """
            metadata: {id: restart, title: Restart a host, owners: ["@dev"]}
            parameters:
              host: {pattern: "[a-z0-9-]{1,20}", about: Which one}
            steps:
              - {id: allow, title: "Restart {{host}}?", kind: approval, from: ["@bob"]}
              - {id: act, title: "Restart {{host}} now", kind: command, command: [tally, "{{host}}"], expect_output: counted,
                 time_limit: 20s}
              - {id: look, title: "See that {{host}} serves", kind: check}
            """;
    private static final String CALLER =
            """
            metadata: {id: caller, title: Call another}
            steps:
              - {id: call, title: Restart web-7, kind: runbook, runbook: quick, with: {host: web-7}}
              - {id: after, title: After the call, kind: check, remind_after: 1s}
            """;
    private static final String QUICK =
            """
            metadata: {id: quick, title: Quick}
            parameters: {host: {}}
            steps:
              - {id: act, title: "Count {{host}}", kind: command, command: [tally, "{{host}}"]}
            """;
    private static final String CHATTER =
            """
            metadata: {id: chatter, title: Chatter}
            steps:
              - {id: act, title: Say much, kind: command, command: [chatter], on_failure: ask, roll_back: Say less.}
            """;
    private static final String FORBIDDEN =
            """
            metadata: {id: forbidden, title: Forbidden}
            steps:
              - {id: act, title: Do harm, kind: command, command: [rm, -rf, /]}
            """;

    private static BotRig bot;
    private static Toolbox tools;
    private static Path books;

    @BeforeAll
    static void start(@TempDir Path folder, @TempDir Path box) throws IOException {
        books = Files.createDirectory(folder.resolve("books"));
        for (String text : List.of(RESTART, CALLER, QUICK, CHATTER, FORBIDDEN)) {
            Files.writeString(books.resolve(text.split("id: ")[1].split(",")[0] + ".yaml"), text);
        }
        tools = new Toolbox(box)
                .with("tally", List.of("[a-z0-9-]+"), "echo counted \"$1\"")
                .with(
                        "chatter",
                        List.of(),
                        "i=0; while [ $i -lt 400 ]; do echo \"line $i of what it says\"; i=$((i+1)); done;"
                                + " echo token xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx; exit 3");
        bot = BotRig.start(
                Databases.sqlite(folder),
                tools.settings(Map.of("MUSTER_RUNBOOKS", books.toString(), "MUSTER_EXECUTION_TEST_ENABLED", "false")));
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void asksWhatItMustKnowRunsWhatWasApprovedOnceAndShowsWhatCameOfIt() {
        String name = bot.declare("ann", "sev3 A host hangs");
        Room room = new Room(bot.workspace, name);
        bot.say("ann", name, "runbook start restart");
        await("the form", () -> !bot.workspace.openViews("ann").isEmpty());
        assertThat(bot.as("ann").submit(Map.of("start/restart/host", "web 1")).toString())
                .contains("that matches");
        assertThat(bot.as("ann").submit(Map.of("start/restart/host", "web-1")).ok())
                .isTrue();

        assertThat(room.card("Restart web-1?").toString()).contains("Approve exactly this", "tally web-1");
        room.press("ann", "Restart web-1?", "Approve");
        await("the refusal", () -> told("ann", "This is for @bob to approve"));
        assertThat(room.says("Restart web-1 now")).isFalse();
        room.press("bob", "Restart web-1?", "Approve");

        room.press("ann", "Restart web-1 now", "Run");
        room.card("See that web-1 serves");
        await("the output", () -> replies(name, "Restart web-1 now").contains("counted web-1"));
        await("how it went", () -> room.card("Restart web-1 now").toString().contains("Exit status 0"));
        assertThat(tools.runs("tally")).containsOnlyOnce("web-1");
        assertThat(Room.has(room.card("Restart web-1 now"), "Run")).isFalse();
        assertThat(bot.say("ann", name, "timeline wanted").body().toString()).contains("tally web-1");
    }

    @Test
    void goesOnByItselfAfterTheRunbookThatItCalledAndRemindsOfWhatStaysOpen() {
        String name = bot.declare("cleo", "sev3 Another hangs");
        Room room = new Room(bot.workspace, name);
        bot.say("cleo", name, "runbook start caller");
        room.press("cleo", "Restart web-7", "Start quick");
        room.press("cleo", "Count web-7", "Run");

        room.shown("“quick” is over, and “Call another” goes on");
        room.card("After the call");
        bot.say("cleo", name, "runbook give @bob");
        await("a word to Bob", () -> room.says("<@U0BOB>, “After the call” of “Call another” waits"));
        await("the card", () -> room.card("step 2 of 2").toString().contains("With <@U0BOB>"));
        await(
                "a reminder",
                () -> room.messages().stream()
                                .filter(message -> message.path("text").asText().contains("waits to be done"))
                                .count()
                        >= 2);
        room.press("bob", "step 2 of 2", "Done");
        room.shown("Finished the runbook “Call another”");
        assertThat(tools.runs("tally")).containsOnlyOnce("web-7");
    }

    @Test
    void showsAFailureWithItsWayBackAndAllThatWasSaidAsAFileWithoutSecrets() {
        String name = bot.declare("dev", "sev3 Chatty");
        Room room = new Room(bot.workspace, name);
        bot.say("dev", name, "runbook start chatter");

        room.press("dev", "Say much", "Run");

        await("how it went", () -> room.card("Say much").toString().contains("Exit status 3"));
        JsonNode step = room.card("Say much");
        assertThat(step.toString()).contains("Way back", "Say less.", "Run again");
        await("the file", () -> replies(name, "Say much").contains("act-1-1.txt"));
        assertThat(replies(name, "Say much"))
                .contains("line 399 of what it says")
                .doesNotContain("line 3 of");
        assertThat(file(name)).contains("line 0 of what it says", "line 399").doesNotContain("AbCdEfGhIjKl");
        assertThat(replies(name, "Say much")).doesNotContain("AbCdEfGhIjKl");
        assertThat(bot.workspace.messages(name).stream()
                        .filter(message -> message.path("text").asText().contains("This is its end")))
                .hasSize(1);
        bot.as("dev").press(name, step.path("ts").asText(), BotRig.button(step, "Done"));
        room.shown("Finished the runbook");
    }

    @Test
    void offersNothingThatTheSettingsDoNotAllow() {
        String name = bot.declare("bob", "sev3 Careful");
        Room room = new Room(bot.workspace, name);
        bot.say("bob", name, "runbook start forbidden");

        JsonNode step = room.card("Do harm");
        assertThat(step.toString()).contains("I may not run this", "allow no program");
        assertThat(Room.has(step, "Run")).isFalse();
        assertThat(Room.has(step, "Done")).isTrue();
        bot.say("bob", name, "runbook run 1 act");
        await("a refusal", () -> told("bob", "I may not run “Do harm”"));
    }

    @Test
    void keepsTheLastGoodVersionOfAFileThatIsBrokenAndTellsItsOwnersWhere() throws IOException {
        String name = bot.declare("ann", "sev3 In the middle");
        Room room = new Room(bot.workspace, name);
        Path file = Files.writeString(books.resolve("edited.yaml"), edited("First wording"));
        await("the new one", () -> listed(name).contains("`edited`"));
        bot.say("ann", name, "runbook start edited");
        room.card("First wording");

        Files.writeString(file, edited("Second wording").replace(", title: E", ", titel: E"));
        await("word to its owner", () -> bot.directs("dev").stream()
                .anyMatch(text -> text.contains("edited.yaml:1:") && text.contains("Did you mean")));
        assertThat(listed(name)).contains("`edited`");
        Files.writeString(file, edited("Third wording"));
        await("the mended one", () -> listed(name).contains("Third title"));

        room.press("ann", "First wording", "Done");
        assertThat(room.card("step 2 of 2").toString()).contains("First title");
        bot.say("ann", name, "runbook start edited");
        room.card("Third wording");
    }

    private static String edited(String wording) {
        return """
                metadata: {id: edited, title: Edited %s, owners: ["@dev"]}
                steps:
                  - {id: one, title: %s}
                  - {id: two, title: The end}
                """
                .formatted(wording.replace("wording", "title"), wording);
    }

    private static String listed(String name) {
        return bot.say("ann", name, "runbook list").body().toString();
    }

    private static boolean told(String who, String words) {
        return bot.workspace.ephemerals(who).toString().contains(words);
    }

    private static String replies(String name, String step) {
        String parent = new Room(bot.workspace, name).card(step).path("ts").asText();
        return bot.workspace.messages(name).stream()
                .filter(message -> message.path("thread_ts").asText().equals(parent)
                        && !message.path("ts").asText().equals(parent))
                .toList()
                .toString();
    }

    private static String file(String name) {
        String id = bot.workspace.messages(name).stream()
                .flatMap(message -> message.findValues("files").stream())
                .map(files -> files.at("/0/id").asText())
                .reduce((one, other) -> other)
                .orElseThrow();
        return new String(bot.workspace.file(id).orElseThrow(), StandardCharsets.UTF_8);
    }
}
