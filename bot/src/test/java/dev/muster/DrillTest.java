package dev.muster;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.MovedClock;
import dev.muster.testing.Room;
import dev.muster.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill where real work is done, too: the bot speaks for those who are played, in the drill's channel and nowhere else. */
class DrillTest {

    private final MovedClock clock = new MovedClock();

    @TempDir
    Path folder;

    private BotRig bot;

    @BeforeEach
    void start() {
        bot = BotRig.start(Workspace.builder().clock(clock).start(), Databases.sqlite(folder), clock);
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void listsWhatCanBeRehearsedAndBeginsIt() {
        bot.say("ann", "general", "scenario");

        JsonNode list = bot.workspace.ephemerals("ann").get(0);

        assertThat(list.toString()).contains("certificate-expiry").contains("region-failover");
        assertThat(BotRig.button(list, "Start certificate-expiry")).isNotEmpty();
    }

    @Test
    void speaksForThoseWhoArePlayedInTheDrillAlone() {
        String room = begin("declare sev1 --scenario connection-pool-exhaustion Nothing answers");

        passUntil("the alert", room, "Drill, alert");
        bot.as("ann").join(room);
        bot.as("ann").post(room, "What do the connections of the pool say?");
        passUntil("somebody who answers", room, "100 of 100 connections");

        assertThat(bot.texts("incidents")).noneMatch(text -> text.contains("Drill, "));
        assertThat(bot.texts("incidents")).allMatch(text -> !text.contains("INC-1") || text.contains("DRILL"));
        assertThat(bot.texts(room))
                .filteredOn(text -> text.contains("played by me"))
                .isNotEmpty()
                .allMatch(text -> text.contains("Drill, "));
    }

    @Test
    void showsTheScoreWhenItIsOverAndCountsItNowhere() {
        String room = begin("declare sev1 --scenario certificate-expiry Nobody buys");
        bot.say("ann", room, "role ic");
        bot.say("ann", room, "score");
        assertThat(bot.workspace.ephemerals("ann").toString()).contains("so far");

        bot.say("ann", room, "resolve renewed");

        JsonNode score = new Room(bot.workspace, room).shown("How the rehearsal went");
        assertThat(score.path("text").asText()).contains("To practise next").doesNotContain("so far");
        bot.workspace.as("ann").press(room, score.path("ts").asText(), BotRig.button(score, "The whole score"));
        await("the file", () -> bot.workspace.dms("ann").toString().contains("inc-1-score.html"));
        bot.say("ann", "general", "insights");
        assertThat(bot.workspace.ephemerals("ann").toString()).contains("drills 1");
    }

    @Test
    void goesOnWhereItWasAfterARestart() {
        String room = begin("declare sev1 --scenario connection-pool-exhaustion Nothing answers");
        passUntil("the alert", room, "Drill, alert");
        List<String> before = played(room);
        bot.stopBot();

        try (BotRig again = BotRig.start(bot.workspace, Databases.sqlite(folder), clock)) {
            again.as("ann").join(room);
            again.as("ann").post(room, "What do the connections of the pool say?");
            passUntil("somebody who answers", room, "100 of 100 connections");
            assertThat(played(room)).startsWith(before.toArray(String[]::new)).doesNotHaveDuplicates();
        }
    }

    @Test
    void stopsWhenItIsResolvedAndGoesOnWhenItIsReopened() {
        String room = begin("declare sev1 --scenario connection-pool-exhaustion Nothing answers");
        passUntil("the alert", room, "Drill, alert");
        bot.say("ann", room, "resolve over");
        await("the score", () -> says(room, "How the rehearsal went"));
        int said = played(room).size();
        clock.pass(Duration.ofMinutes(30));
        bot.workspace.awaitQuiet(Duration.ofSeconds(2));
        assertThat(played(room)).hasSize(said);

        bot.say("ann", room, "reopen because it is back");

        await("more of it", () -> played(room).size() > said);
    }

    @Test
    void namesTheScenariosThereAre() {
        bot.say("ann", "general", "declare --scenario certificate Nobody buys");

        assertThat(bot.workspace.ephemerals("ann").get(0).path("text").asText())
                .contains("There is no scenario certificate. Nothing was declared.")
                .contains("certificate-expiry");
        assertThat(bot.incidentChannels()).isEmpty();
    }

    @Test
    void refusesToCountWhatIsReal() {
        String room = bot.declare("ann", "sev2 Checkout is down");

        bot.say("ann", room, "score");

        assertThat(bot.workspace.ephemerals("ann").toString()).contains("INC-1 is no drill");
    }

    private String begin(String words) {
        bot.say("ann", "general", words);
        await("a channel", () -> !bot.incidentChannels().isEmpty());
        return bot.incidentChannels().get(0).path("name").asText();
    }

    private boolean says(String room, String words) {
        return bot.texts(room).stream().anyMatch(text -> text.contains(words));
    }

    private List<String> played(String room) {
        return bot.texts(room).stream().filter(text -> text.contains("Drill, ")).toList();
    }

    /** Five seconds at a time, as somebody who waits. */
    private void passUntil(String what, String room, String words) {
        await(what, () -> {
            clock.pass(Duration.ofSeconds(5));
            return says(room, words);
        });
    }
}
