package dev.muster;

import static dev.muster.testing.BotRig.await;
import static dev.muster.testing.BotRig.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.BotRig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An incident from its declaration to its close, over HTTP alone. Each database has a subclass that only names it. */
abstract class WalkContract {

    private BotRig bot;

    abstract String emptyDatabase() throws Exception;

    @BeforeEach
    void start() throws Exception {
        bot = BotRig.start(
                emptyDatabase(),
                Map.of(
                        "MUSTER_SEVERITIES_SEV1_UPDATE_EVERY", "2s",
                        "MUSTER_ROLES_NUDGE_AFTER", "1s"));
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void walksAnIncidentFromDeclarationToClose() {
        String room = bot.declare("ann", "sev1 Checkout is down @bob as ic");

        assertThat(room).matches("inc-1-\\d{4}-\\d{2}-\\d{2}-checkout-is-down");
        assertThat(bot.channel(room).at("/topic/value").asText())
                .contains("sev1")
                .contains("<@U0BOB>");
        await("the announcement", () -> said("incidents", "Checkout is down"));
        await("the duties", () -> dm("bob", "You are incident commander of INC-1"));
        await("a nudge for the tech lead", () -> said(room, "has no tech lead yet"));
        await("a prompt", () -> said(room, "owes everyone a status update"));

        bot.as("cleo").join(room);
        String message = bot.as("cleo").post(room, "I see <errors> & timeouts");
        bot.as("cleo").edit(room, message, "I see errors & timeouts, since 14:05");
        String prompt = find(room, "owes everyone a status update").path("ts").asText();
        bot.as("bob").press(room, prompt, "say:update");
        await("the form", () -> !bot.workspace.openViews("bob").isEmpty());
        assertThat(bot.as("bob")
                        .submit(Map.of("text", "We roll back", "next", "30m"))
                        .ok())
                .isTrue();
        await("the update in the channel", () -> said(room, "Status update"));
        await("the update outside", () -> said("incidents", "We roll back"));

        bot.say("bob", room, "runbook start disk-space");
        await("the first step", () -> said(room, "step 1 of"));
        JsonNode step = find(room, "step 1 of");
        bot.as("bob").press(room, step.path("ts").asText(), button(step, "Done"));
        await("the second step", () -> said(room, "step 2 of"));

        bot.say("ann", room, "action Alert when a node's disk is 80 % full @cleo in 1s high");
        await("the reminder", () -> dm("cleo", "Action item 1 of INC-1"));
        JsonNode reminder = bot.workspace.dms("cleo").stream()
                .filter(dm -> dm.path("text").asText().contains("Action item 1"))
                .findFirst()
                .orElseThrow();
        String direct = bot.as("cleo").openDm();
        assertThat(bot.as("cleo")
                        .press(direct, reminder.path("ts").asText(), button(reminder, "Done"))
                        .ok())
                .isTrue();
        await("the word that it is done", () -> said(room, "Action item 1 is done"));

        bot.say("bob", room, "resolve the old release is back");
        bot.say("bob", room, "close");
        await("the archive", () -> bot.channel(room).path("is_archived").asBoolean());

        List<String> kinds = Exports.jsonLines(bot.settings, 1).stream()
                .map(row -> row.path("kind").asText())
                .toList();
        assertThat(kinds)
                .contains(
                        "declared",
                        "role",
                        "message",
                        "message_edited",
                        "update",
                        "runbook",
                        "action",
                        "stage",
                        "joined")
                .startsWith("declared");
        assertThat(Exports.jsonLines(bot.settings, 1))
                .anySatisfy(row -> assertThat(row.path("text").asText()).isEqualTo("I see <errors> & timeouts"))
                .anySatisfy(row -> {
                    assertThat(row.path("text").asText()).isEqualTo("I see errors & timeouts, since 14:05");
                    assertThat(row.at("/message/version").asInt()).isEqualTo(2);
                    assertThat(row.at("/actor/id").asText()).isEqualTo("U0CLEO");
                });
        assertThat(Exports.verify(bot.settings, 1)).isEmpty();
    }

    private boolean said(String channel, String text) {
        return bot.texts(channel).stream().anyMatch(said -> said.contains(text));
    }

    private boolean dm(String handle, String text) {
        return bot.workspace.dms(handle).stream()
                .anyMatch(said -> said.path("text").asText().contains(text));
    }

    private JsonNode find(String channel, String text) {
        return bot.workspace.messages(channel).stream()
                .filter(message -> message.path("text").asText().contains(text))
                .findFirst()
                .orElseThrow();
    }
}
