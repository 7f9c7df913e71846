package dev.muster;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.testing.BotRig;
import dev.muster.testing.Disk;
import dev.muster.testing.Shell;
import dev.muster.timeline.export.Format;
import dev.muster.workspace.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is taken off the record is nowhere any more, whichever way it was taken off, and nothing brings it back. Each
 * database has a subclass that only names it.
 */
abstract class RedactionContract {

    /** One word of each wording, as it stands nowhere else; and what somebody says of it in the end. */
    private static final List<String> WORDS = List.of("quixotically", "zanzibarian", "obsidianware");

    @TempDir
    Path folder;

    private BotRig bot;
    private Disk disk;
    private String room;
    private String root;
    private String message;
    private List<JsonNode> events;

    abstract String emptyDatabase(Path at);

    /** In a thread, edited twice, quoted in a note, corrected, decided upon, and still kept as Slack sent it. */
    @BeforeEach
    void say() {
        bot = BotRig.start(emptyDatabase(folder), Map.of());
        disk = new Disk(bot.settings.database().url());
        room = bot.declare("ann", "sev3 Somebody said too much");
        List.of("bob", "cleo").forEach(who -> bot.as(who).join(room));
        root = bot.as("cleo").post(room, "What do we know?");
        message = bot.as("bob").reply(room, root, "The customer is quixotically named");
        bot.as("bob").edit(room, message, "The customer is zanzibarian by name");
        bot.as("bob").edit(room, message, "The customer is obsidianware by name");
        settled();
        events = bot.workspace.pushes().stream()
                .filter(push ->
                        push.kind().equals("event") && push.body().toString().contains(message))
                .map(push -> push.body())
                .toList();
        assertThat(events).hasSizeGreaterThanOrEqualTo(3);
        ok(bot.as("bob").messageShortcut("timeline_add", room, message));
        bot.say("bob", room, "correct " + line("quixotically") + " The customer is zanzibarian by nature");
        bot.say("bob", room, "decision The customer is obsidianware by name");
        await("the decision in the channel", () -> bot.texts(room).stream()
                .anyMatch(text -> text.contains("Decision")));
        settled();
        assertThat(places()).isNotEmpty();
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void isNowhereOnceItsAuthorRedactsIt() {
        ok(bot.as("bob").messageShortcut("timeline_redact", room, message));
        await("the form", () -> !bot.workspace.openViews("bob").isEmpty());
        ok(bot.as("bob").submit(Map.of("reason", "it names a customer")));

        redactTheRest();
        assertGone();
        for (Format format : Format.values()) {
            assertThat(Exports.text(bot.settings, 1, format))
                    .as("%s", format)
                    .contains("What do we know?")
                    .doesNotContain(WORDS);
        }
        assertStaysGone();
    }

    @Test
    void isNowhereOnceTheCommanderRedactsItsLine() {
        bot.say("ann", room, "redact " + line("zanzibarian by name") + " because it names a customer");

        redactTheRest();
        assertGone();
    }

    @Test
    void isNowhereOnceTheCommandLineRedactsIt() {
        shell("redact", "INC-1", "--lines", String.valueOf(line("obsidianware")), "--because", "it names a customer");

        redactTheRest();
        assertGone();
    }

    @Test
    void isNowhereOnceAPersonIsErased() {
        shell("redact", "--person", "U0BOB", "--because", "he asked for it");

        assertGone();
        assertThat(bot.texts(room)).anyMatch(text -> text.contains("What do we know?"));
        assertThat(texts()).contains("What do we know?");
        assertStaysGone();
    }

    @Test
    void refusesWhoeverNeitherSaidItNorLeads() {
        int line = line("quixotically");

        Answer answer = bot.as("cleo").slash(room, "/incident redact " + line + " because I say so");

        assertThat(answer.body().toString()).contains("Only whoever said it or").contains("ephemeral");
        assertThat(places()).isNotEmpty();
        assertThat(texts()).anyMatch(text -> text.contains("quixotically"));
    }

    @Test
    void refusesWhileTheIncidentIsOnHold() {
        bot.say("ann", room, "hold because a court may ask");

        Answer answer = bot.as("bob").slash(room, "/incident redact " + line("quixotically") + " because of me");
        Shell.Outcome lines = shell().run("timeline", "redact", "INC-1", "--lines", "5", "--because", "of me");
        Shell.Outcome person = shell().run("timeline", "redact", "--person", "U0BOB", "--because", "of me");

        assertThat(answer.body().toString()).contains("on legal hold");
        assertThat(lines.status()).isEqualTo(1);
        assertThat(lines.said()).contains("on legal hold");
        assertThat(person.said()).contains("0 lines");
        assertThat(texts()).anyMatch(text -> text.contains("quixotically"));
    }

    @Test
    void takesOffSecretsThatNobodyKnewOf() {
        String secret = "AKIA" + "QYLPMN5HFIQR7XYA";
        String ts = bot.as("bob").post(room, "key is here");
        settled();
        disk.run("UPDATE timeline SET text = 'key is " + secret + "' WHERE ts = '" + ts + "'");
        disk.run("UPDATE inbox SET body = REPLACE(body, 'key is here', 'key is " + secret + "')");

        shell("redact", "INC-1", "--secrets", "--because", "the rules know it now");

        assertThat(texts()).noneMatch(text -> text.contains(secret));
        assertThat(holding(secret)).isEmpty();
    }

    /** What others wrote of it in their own words is theirs to take off. */
    private void redactTheRest() {
        for (String word : WORDS) {
            for (int line = line(word); line > 0; line = line(word)) {
                bot.say("ann", room, "redact " + line + " because it quotes it");
            }
        }
    }

    private void assertGone() {
        settled();
        assertThat(places()).isEmpty();
        WORDS.forEach(
                word -> assertThat(bot.say("ann", room, "search " + word).body().toString())
                        .contains("Nothing."));
        assertThat(shell("verify", "INC-1"))
                .contains("complete from 1 to")
                .containsPattern("\\([1-9][0-9]* redacted\\)");
    }

    /** Neither by events that come late or twice, nor by reading all of them again, nor by a later edit. */
    private void assertStaysGone() {
        events.forEach(event -> assertThat(bot.workspace.deliver(event)).isEqualTo(200));
        shell("reread");
        settled();
        bot.as("bob").edit(room, message, "The customer is unnamed");
        events.forEach(event -> {
            ObjectNode again = event.deepCopy();
            again.put("event_id", event.path("event_id").asText() + "X");
            assertThat(bot.workspace.deliver(again)).isEqualTo(200);
        });
        settled();
        assertGone();
    }

    private List<String> places() {
        List<String> places = new ArrayList<>();
        WORDS.forEach(word -> places.addAll(holding(word)));
        return places;
    }

    private List<String> holding(String word) {
        return disk.contents().entrySet().stream()
                .filter(place -> place.getValue().contains(word))
                .map(place -> word + " is in " + place.getKey() + ": " + around(place.getValue(), word))
                .toList();
    }

    private static String around(String text, String word) {
        int at = text.indexOf(word);
        return text.substring(Math.max(0, at - 150), Math.min(text.length(), at + 80));
    }

    /** The first line that says so; 0 if there is none. */
    private int line(String words) {
        return Exports.jsonLines(bot.settings, 1).stream()
                .filter(row -> row.toString().contains(words))
                .findFirst()
                .map(row -> row.path("seq").asInt())
                .orElse(0);
    }

    private List<String> texts() {
        return Exports.jsonLines(bot.settings, 1).stream()
                .map(row -> row.path("text").asText())
                .toList();
    }

    private String shell(String... words) {
        List<String> all = new ArrayList<>(List.of("timeline"));
        all.addAll(List.of(words));
        return shell().run(all.toArray(String[]::new)).ok();
    }

    private Shell shell() {
        return new Shell(bot.workspace, bot.settings.database().url());
    }

    private void settled() {
        await("nothing left to do", disk::isSettled);
    }

    private static void ok(Answer answer) {
        assertThat(answer.ok()).as("%s", answer).isTrue();
    }
}
