package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.BotProcess;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Shell;
import dev.muster.workspace.Answer;
import dev.muster.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** False alarms, duplicates, links and guests: typed, and by the card's buttons and their forms. */
class EndsStoryTest {

    private static BotRig bot;
    private static Tables tables;
    private static String group;

    @BeforeAll
    static void start(@TempDir Path folder) {
        Workspace workspace = Workspace.builder().start();
        group = workspace.usergroup("support", "Support", "cleo", "dev", "finn");
        workspace.deactivate("finn");
        bot = BotRig.start(workspace, Databases.sqlite(folder), Map.of());
        tables = new Tables(bot.settings);
    }

    @AfterEach
    void settle() {
        bot.workspace.faults().clear();
        await("nothing left to do", tables::isSettled);
        assertThat(tables.texts(
                        "SELECT chore || ' ' || subject || ': ' || last_error FROM promises WHERE given_up = 1"))
                .isEmpty();
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void saysEverywhereThatItWasAFalseAlarm() {
        String room = bot.declare("ann", "sev2 A typed false alarm");

        Answer answer = bot.say("ann", room, "cancel because the probe was wrong");

        assertThat(answer.body().toString()).contains("is cancelled: it was a false alarm");
        await("the archive", () -> bot.channel(room).path("is_archived").asBoolean());
        await("nothing left to do", tables::isSettled);
        assertThat(bot.channel(room).at("/topic/value").asText()).contains("cancelled (false alarm)");
        assertThat(card(room).toString()).contains("Cancelled (false alarm)").doesNotContain("Next update owed");
        assertThat(bot.texts(room))
                .anyMatch(text -> text.contains("detected → cancelled (false alarm) because the probe was wrong"));
        assertThat(announcements("A typed false alarm"))
                .singleElement()
                .asString()
                .contains("is cancelled (false alarm)");
        assertThat(bot.say("ann", "general", "list all A typed").body().toString())
                .contains("cancelled (false alarm)");
        Shell shell = new Shell(bot.workspace, bot.settings.database().url());
        String id = "INC-" + number(room);
        assertThat(shell.run("incident", "show", id).ok()).contains("cancelled (false alarm)");
        assertThat(shell.run("incident", "show", id, "--json").ok())
                .contains("\"stage\":\"closed\"", "\"ending\":\"cancelled (false alarm)\"");
        assertThat(shell.run("timeline", "export", id, "--format", "json").ok())
                .contains("\"ending\":\"cancelled (false alarm)\"");
        assertThat(shell.run("timeline", "export", id, "--format", "html").ok())
                .contains("<li class=\"closed\">closed, cancelled (false alarm)</li>");
        assertThat(tables.count("promises WHERE chore IN ('PROMPT', 'NUDGE') AND incident_id = ?", number(room)))
                .isZero();
    }

    @Test
    void cancelsByItsButtonAndTakesItBackByReopening() {
        String room = bot.declare("ann", "sev2 A pressed false alarm");
        press("ann", room, "say:cancel");
        assertThat(bot.as("ann").submit(Map.of("reason", "Nobody noticed")).ok())
                .isTrue();
        await("the archive", () -> bot.channel(room).path("is_archived").asBoolean());
        await("nothing left to do", tables::isSettled);

        bot.say("bob", "general", number(room) + " reopen because it was real");

        await("the announcement", () -> announcements("A pressed false alarm").stream()
                .allMatch(text -> text.contains("is investigating")));
        await("a second channel", () -> named("a-pressed-false-alarm") == 2);
    }

    @Test
    void tellsTheOtherIncidentOnceThatThisIsTheSame() {
        String goesOn = bot.declare("bob", "sev1 The first of two");
        String same = bot.declare("ann", "sev2 The second of two @cleo as ic");
        String other = "INC-" + number(goesOn);

        Answer answer = bot.say("ann", same, "duplicate of " + other);

        assertThat(answer.body().toString()).contains("is closed as a duplicate of " + other);
        await("word", () -> said(goesOn, "is a duplicate of this one").size() == 1);
        assertThat(said(goesOn, "is a duplicate of this one").get(0)).contains("(incident commander)");
        await("the archive", () -> bot.channel(same).path("is_archived").asBoolean());
        await("nothing left to do", tables::isSettled);
        assertThat(bot.channel(same).at("/topic/value").asText()).contains("duplicate of " + other);
        assertThat(card(same).toString()).contains("Duplicate of " + other);
        assertThat(announcements("The second of two"))
                .singleElement()
                .asString()
                .contains("is a duplicate of " + other);
        assertThat(lines("duplicate")).hasSize(1);
        assertThat(tables.count("timeline WHERE data LIKE '%duplicateOf%' AND incident_id = ?", number(same)))
                .isEqualTo(1);

        promiseAgain(same, goesOn);
        bot.say("bob", goesOn, "note whatever wakes it");
        await("nothing left to do", tables::isSettled);
        assertThat(lines("duplicate"))
                .as("after the same promise was kept twice")
                .hasSize(1);
    }

    @Test
    void asksByItsButtonWhichIncidentGoesOn() {
        String goesOn = bot.declare("bob", "sev1 One");
        String same = bot.declare("ann", "sev2 Another");
        press("ann", same, "say:duplicate");

        Answer itself = bot.as("ann").submit(Map.of("of", String.valueOf(number(same))));
        Answer other = bot.as("ann").submit(Map.of("of", "inc-" + number(goesOn)));

        assertThat(itself.ok()).isFalse();
        assertThat(itself.body().toString()).contains("cannot be a duplicate of itself");
        assertThat(other.ok()).isTrue();
        await("word", () -> said(goesOn, "is a duplicate of this one").size() == 1);
        await("the archive", () -> bot.channel(same).path("is_archived").asBoolean());
    }

    @Test
    void tellsTheOtherThoughItIsKilledInBetween(@TempDir Path folder) {
        try (Workspace workspace = Workspace.builder()
                .retryDelays(List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .start()) {
            BotProcess first = BotProcess.start(workspace, Databases.sqlite(folder), Map.of());
            workspace.as("bob").slash("general", "/incident declare sev1 goes on");
            workspace.as("ann").slash("general", "/incident declare sev1 the same");
            await(
                    "two channels",
                    () -> workspace.channels().toString().contains("the-same")
                            && workspace.channels().toString().contains("goes-on"));
            assertThat(workspace
                            .as("ann")
                            .slash("general", "/incident 2 duplicate of 1")
                            .ok())
                    .isTrue();
            first.kill();

            try (BotProcess second = BotProcess.start(workspace, Databases.sqlite(folder), Map.of())) {
                await("the archive", () -> workspace.channels().stream()
                        .anyMatch(channel -> channel.path("name").asText().endsWith("the-same")
                                && channel.path("is_archived").asBoolean()));
                await("nothing more to do", () -> workspace.awaitQuiet(Duration.ofSeconds(1)));
                JsonNode goesOn = workspace.channels().stream()
                        .filter(channel -> channel.path("name").asText().endsWith("goes-on"))
                        .findFirst()
                        .orElseThrow();
                assertThat(workspace.messages(goesOn.path("name").asText()))
                        .filteredOn(message -> message.path("text").asText().contains("INC-2 is a duplicate"))
                        .hasSize(1);
                assertThat(second.stop()).isEqualTo(143);
            }
        }
    }

    @Test
    void readsNoChannelThatItHasReadToTheEndAndPutAway() {
        String room = bot.declare("ann", "sev2 Read to the end");
        bot.say("ann", room, "cancel because the probe was wrong");
        await("the archive", () -> bot.channel(room).path("is_archived").asBoolean());
        await("nothing left to do", tables::isSettled);

        promiseToReadAgain(room);
        bot.say("bob", "general", number(room) + " note whatever wakes it");

        await("nothing left to read", tables::isSettled);
        assertThat(tables.texts("SELECT text FROM timeline WHERE incident_id = " + number(room)))
                .noneMatch(text -> text.contains("could not be read"));
    }

    @Test
    void keepsLinksAtHand() {
        String room = bot.declare("ann", "sev3 With links");

        bot.say("ann", room, "link https://grafana.example/d/1?a=1&b=2 Latency & errors");
        bot.say("bob", room, "link https://status.example/ Latency & errors");
        Answer refused = bot.say("bob", room, "link javascript:alert(1) Press me");
        press("bob", room, "say:link");
        Answer form = bot.as("bob").submit(Map.of("url", "ftp://files.example"));
        Answer mended = bot.as("bob").submit(Map.of("url", "https://wiki.example/a|b", "title", "Wiki"));

        assertThat(refused.body().toString()).contains("is no link that I can keep");
        assertThat(form.ok()).isFalse();
        assertThat(mended.ok()).isTrue();
        await("the bookmarks", () -> bot.channel(room).path("bookmarks").size() == 4);
        await("nothing left to do", tables::isSettled);
        assertThat(bot.channel(room).path("bookmarks"))
                .extracting(mark ->
                        mark.path("title").asText() + " " + mark.path("link").asText())
                .contains(
                        "Latency & errors https://grafana.example/d/1?a=1&b=2",
                        "Latency & errors (2) https://status.example/",
                        "Wiki https://wiki.example/a%7Cb")
                .hasSize(4);
        assertThat(bot.workspace.messages(room)).anyMatch(message -> message.toString()
                .contains("<https://grafana.example/d/1?a=1&amp;b=2|Latency &amp; errors>"));
    }

    @Test
    void saysWhoCameWithoutKeepingAnybodyWaiting() {
        String room = bot.declare("ann", "sev3 With guests");
        bot.workspace.faults().delay("conversations.invite", Duration.ofSeconds(2));

        Answer answer = bot.say("ann", room, "invite @bob, @ann " + group + " U0NOSUCH @nobody");

        assertThat(answer.millis()).isLessThan(1000);
        assertThat(answer.body().toString()).contains("Inviting to INC-").contains("user group " + group);
        await("who came", () -> said(room, "In the channel already").size() == 1);
        String line = said(room, "In the channel already").get(0);
        assertThat(line)
                .matches("(?s).*Invited [^.]*[Bb]ob[^.]*\\. In the channel already: [^.]*[Aa]nn.*")
                .contains("@nobody: there is nobody, and no user group, of that name")
                .containsPattern("Could not invite [Ff]inn")
                .contains("U0NOSUCH");
        assertThat(bot.channel(room).path("members").toString())
                .contains("U0BOB", "U0CLEO", "U0DEV")
                .doesNotContain("U0FINN");
    }

    @Test
    void invitesByItsForm() {
        String room = bot.declare("ann", "sev3 With more guests");
        press("ann", room, "say:invite");

        Answer nobody = bot.as("ann").submit(Map.of());
        Answer some = bot.as("ann").submit(Map.of("people", List.of("U0EVE", "U0BOB"), "others", group));

        assertThat(nobody.body().toString()).contains("Please answer: Whom?");
        assertThat(some.ok()).isTrue();
        await("the guests", () -> List.of("U0EVE", "U0BOB", "U0CLEO", "U0DEV").stream()
                .allMatch(guest -> bot.channel(room).path("members").toString().contains(guest)));
        await("who came", () -> said(room, "Invited ").size() == 1);
    }

    private static void press(String who, String room, String button) {
        bot.as(who).press(room, card(room).path("ts").asText(), button);
        await("the form", () -> !bot.workspace.openViews(who).isEmpty());
    }

    private static JsonNode card(String room) {
        return bot.workspace.messages(room).stream()
                .filter(message -> message.path("text").asText().matches("(?s)INC-[0-9]+, sev.*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no card in " + room));
    }

    private static List<String> said(String room, String words) {
        return bot.texts(room).stream().filter(text -> text.contains(words)).toList();
    }

    private static List<String> announcements(String title) {
        return said("incidents", title);
    }

    private static long named(String end) {
        return bot.incidentChannels().stream()
                .filter(channel -> channel.path("name").asText().contains(end))
                .count();
    }

    private static List<String> lines(String field) {
        return tables
                .texts("SELECT text FROM timeline WHERE kind = 'link' AND data LIKE ?", "%\"" + field + "\"%INC-%")
                .stream()
                .filter(text -> text.contains("incident commander"))
                .toList();
    }

    private static int number(String room) {
        return Integer.parseInt(room.replaceAll("inc-([0-9]+)-.*", "$1"));
    }

    /** As if the process had died after the channel was put away, and before it was forgotten that it was to be read. */
    private static void promiseToReadAgain(String room) {
        tables.run(
                """
                INSERT INTO promises (incident_id, chore, subject, lane, due_at, rank, not_before)
                SELECT incident_id, 'CATCH_UP', 'end', 'history:INC-' || incident_id, max(recorded_at), 1, max(recorded_at)
                FROM timeline WHERE incident_id = %d AND kind = 'stage' GROUP BY incident_id
                """
                        .formatted(number(room)));
    }

    /** As if the process had died after the word was written and before the promise was forgotten. */
    private static void promiseAgain(String same, String goesOn) {
        String source = tables.texts(
                        "SELECT source FROM timeline WHERE incident_id = " + number(goesOn) + " AND kind = 'link'")
                .get(0);
        String due = source.replaceAll(".*/", "");
        String subject = "INC-" + number(goesOn) + "/U0ANN";
        assertThat(source).contains(subject);
        tables.run(
                """
                INSERT INTO promises (incident_id, chore, subject, lane, due_at, rank, not_before)
                VALUES (%d, 'TELL_ORIGINAL', '%s', 'again', %s, 1, %s)
                """
                        .formatted(number(same), subject, due, due));
    }
}
