package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static dev.muster.testing.BotRig.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update that stays owed is asked for higher and higher up, and a runbook goes where its questions are answered. */
class PressingStoryTest {

    private static BotRig bot;

    @BeforeAll
    static void start(@TempDir Path folder) {
        bot = BotRig.start(
                Databases.sqlite(folder),
                Map.of(
                        "MUSTER_SEVERITIES_SEV1_UPDATE_EVERY", "5s",
                        "MUSTER_UPDATES_DIRECT_AFTER", "1s",
                        "MUSTER_WATCHES_STAGE_AFTER", "6s",
                        "MUSTER_WATCHES_SILENCE_AFTER", "7s",
                        "MUSTER_WATCHES_UNCLOSED_AFTER", "3s",
                        "MUSTER_UPDATES_ESCALATE_AFTER", "2s"));
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void asksForAnUpdateInTheChannelThenInPersonThenHigherUpUntilItIsGiven() {
        String room = bot.declare("ann", "sev1 Nobody says anything");
        bot.say("bob", room, "role ic");
        bot.say("cleo", room, "role comms");

        await("the channel", () -> said(room, "owes everyone a status update"));
        await("a direct message", () -> bot.directs("cleo").stream().anyMatch(text -> text.contains("owes everyone")));
        await("those above", () -> said(room, "Who is told next: On-call engineer"));
        assertThat(bot.directs("bob")).noneMatch(text -> text.contains("owes everyone"));
        assertThat(last(room, "Who is told next").toString()).contains("<@U0BOB>, what is known");

        bot.say("cleo", room, "update We are on it --next 1h");
        await("the update", () -> said(room, "We are on it"));
        long asked = bot.directs("cleo").stream()
                .filter(text -> text.contains("owes everyone"))
                .count();
        bot.say("cleo", room, "resolve");
        await("the end", () -> said(room, "detected → resolved"));
        assertThat(bot.directs("cleo").stream()
                        .filter(text -> text.contains("owes everyone"))
                        .count())
                .isEqualTo(asked);
    }

    @Test
    void suggestsARunbookByTheTitleAndGoesWhereItsQuestionsAreAnswered() {
        String room = bot.declare("ann", "sev3 Intermittent 503 errors");
        await("a suggestion", () -> said(room, "Runbooks that may fit"));
        bot.say("ann", room, "runbook start intermittent-503");
        await("the first step", () -> steps(room) == 1);

        for (int step = 0; step < 20 && !said(room, "Is it a connection pool that is full?"); step++) {
            JsonNode shown = last(room, "· step ");
            bot.as("ann").press(room, shown.path("ts").asText(), button(shown, "Done"));
            int before = step + 2;
            await("the next step", () -> steps(room) >= before);
        }
        JsonNode question = last(room, "Is it a connection pool that is full?");
        assertThat(question.toString())
                .contains("Decide", "Yes, connections run out")
                .doesNotContain("\"Done\"");
        bot.as("ann").press(room, question.path("ts").asText(), button(question, "Yes, connections run out"));

        await("the way of that answer", () -> said(room, "Free the connection pool"));
        JsonNode other = last(room, "Free the connection pool");
        bot.as("ann").press(room, other.path("ts").asText(), button(other, "Start database-connection-pool"));
        await("the other runbook", () -> said(room, "Recognise it in the application"));
        assertThat(bot.say("ann", room, "timeline connection").body().toString())
                .contains("Yes, connections run out");
    }

    @Test
    void speaksOfAnIncidentThatStandsStillUntilSomebodyTalks() {
        String room = bot.declare("dev", "sev3 Forgotten");

        await("the stage", () -> said(room, "Is it still right?"));
        await("the silence", () -> said(room, "Nobody has said anything here"));
        bot.say("dev", room, "resolve");
        await("what is not closed", () -> said(room, "resolved and not closed"));
        JsonNode question = last(room, "resolved and not closed");
        bot.as("dev").press(room, question.path("ts").asText(), button(question, "Close"));
        await("the end", () -> bot.channel(room).path("is_archived").asBoolean());
    }

    private static long steps(String room) {
        return bot.texts(room).stream().filter(text -> text.contains("· step ")).count();
    }

    private static boolean said(String room, String words) {
        return bot.texts(room).stream().anyMatch(text -> text.contains(words));
    }

    private static JsonNode last(String room, String words) {
        return bot.workspace.messages(room).stream()
                .filter(message -> message.path("text").asText().contains(words))
                .filter(message -> message.has("blocks"))
                .reduce((one, other) -> other)
                .orElseThrow();
    }
}
