package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
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

/** An action item from its assignment to its verification, with all that its owner can answer. */
class ItemsStoryTest {

    private static BotRig bot;

    @BeforeAll
    static void start(@TempDir Path folder) {
        bot = BotRig.start(
                Databases.sqlite(folder),
                Map.of(
                        "MUSTER_ACTIONS_REPEAT_EVERY", "1s",
                        "MUSTER_ACTIONS_TELL_CHANNEL_AFTER", "1",
                        "MUSTER_ACTIONS_TELL_LEAD_AFTER", "2"));
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void asksTheOwnerThenTheChannelThenTheLeadUntilItIsDoneAndSomebodyElseAgrees() {
        String room = bot.declare("ann", "sev3 Pool is too small");

        bot.say("ann", room, "action Raise the pool to 200 @bob in 1s");

        await("word of it", () -> bot.directs("bob").stream().anyMatch(text -> text.contains("Raise the pool to 200")));
        await("the channel", () -> bot.texts(room).stream().anyMatch(text -> text.contains("is overdue")));
        await("the lead", () -> bot.directs("ann").stream().anyMatch(text -> text.contains("is overdue")));
        press("bob", "Raise the pool to 200", "say:actions:INC-1:done:1");

        await("the question", () -> bot.directs("ann").stream().anyMatch(text -> text.contains("Will you look")));
        assertThat(bot.say("bob", room, "verify 1").body().toString()).contains("somebody else must look");
        press("ann", "Will you look", "say:verify:1");
        await("the word", () -> bot.texts(room).stream().anyMatch(text -> text.contains("is verified")));
        long reminders = bot.directs("bob").size();
        bot.say("ann", room, "note all quiet");
        await(
                "the note",
                () -> bot.say("ann", room, "timeline quiet").body().toString().contains("all quiet"));
        assertThat(bot.directs("bob")).hasSize((int) reminders);
    }

    @Test
    void tellsTheOwnerThatItHasHappenedAgain() {
        String room = bot.declare("ann", "sev3 Certificate ran out");
        bot.say("ann", room, "cause certificate-expiry");
        bot.say("ann", room, "action Renew certificates by a job @cleo in 1s");
        String again = bot.declare("ann", "sev3 Another one ran out");

        bot.say("ann", again, "cause certificate-expiry");

        await("word of it", () -> bot.directs("cleo").stream()
                .anyMatch(text -> text.contains("Renew certificates by a job")
                        && text.contains("had the same cause while this is open.")));
    }

    @Test
    void takesEveryAnswerOfAnOwnerByTheButtonsAndTheirForms() {
        String room = bot.declare("cleo", "sev3 Alerts were missing");
        bot.say("cleo", room, "action Write the alert @dev in 1s");
        await("the reminder", () -> bot.directs("dev").stream().anyMatch(text -> text.contains("Write the alert")));

        press("dev", "Write the alert", "due");
        bot.as("dev").submit(Map.of("date", "in 3 days"));
        await("the date", () -> bot.texts(room).stream().anyMatch(text -> text.contains("Action item 1 is due")));
        press("dev", "Write the alert", "give");
        bot.as("dev").submit(Map.of("user", "U0EVE"));
        await("the new owner", () -> bot.directs("eve").stream().anyMatch(text -> text.contains("Write the alert")));
        press("eve", "Write the alert", "drop");
        bot.as("eve").submit(Map.of("reason", "the service is gone"));

        await("the end", () -> bot.texts(room).stream()
                .anyMatch(text -> text.contains("is dropped because the service is gone")));
        assertThat(bot.say("eve", "general", "actions mine").body().toString()).doesNotContain("Write the alert");
    }

    /** Presses the button whose action says these words, below the last message with those. */
    private static void press(String handle, String words, String action) {
        JsonNode message = bot.workspace.dms(handle).stream()
                .filter(dm -> dm.path("text").asText().contains(words))
                .filter(dm -> dm.has("blocks"))
                .reduce((one, other) -> other)
                .orElseThrow();
        String id = message.findValuesAsText("action_id").stream()
                .filter(name -> name.equals(action) || name.startsWith("say:form") && name.contains(":" + action + ":"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + action + ": " + message));
        bot.as(handle).press(bot.as(handle).openDm(), message.path("ts").asText(), id);
        await(
                "a form or an answer",
                () -> action.startsWith("say:")
                        || !bot.workspace.openViews(handle).isEmpty());
    }
}
