package dev.muster;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who leads and who decides, over HTTP alone: typed, pressed in the channel and in direct messages, and filled in. */
class CommandWalkTest {

    private BotRig bot;
    private String room;

    @BeforeEach
    void start(@TempDir Path folder) {
        bot = BotRig.start(
                Databases.sqlite(folder),
                Map.of("MUSTER_ROLES_NUDGE_AFTER", "1s", "MUSTER_ESCALATION_NOT_UNDERSTOOD_AFTER", "2s"));
        room = bot.declare("ann", "sev2 Checkout is down");
        await("the card", () -> pressable(room, "INC-1").isPresent());
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void handsARoleOverByAButtonInADirectMessageThatSaysWhereThingsStand() {
        bot.say("ann", room, "role ic");
        bot.say("ann", room, "impact --users 1200 Cards are declined");
        await(
                "the button",
                () -> pressable(room, "INC-1").orElseThrow().toString().contains("Hand over"));
        bot.as("ann").press(room, card(), "say:form:handover");
        await("the form", () -> !bot.workspace.openViews("ann").isEmpty());
        assertThat(bot.as("ann").submit(Map.of("role", "ic", "user", "U0BOB")).ok())
                .isTrue();

        await("the question", () -> dm("bob", "asks you to take over as incident commander"));
        await("that nobody answered", () -> said("has not answered whether to take over"));
        JsonNode question = question("bob");
        assertThat(question.toString()).contains("Cards are declined").contains("1200 users");
        bot.as("bob").press(bot.as("bob").openDm(), question.path("ts").asText(), button(question, "Accept"));

        await("the word in the channel", () -> said("handed over by"));
        await("the answer in the question", () -> dm("bob", "You are incident commander of INC-1"));
        assertThat(bot.say("cleo", room, "status").body().toString()).contains("<@U0BOB>");
    }

    @Test
    void decidesOnAProposalByItsButtonsOnceAndNeverByWhoProposedIt() {
        bot.say("ann", room, "role ic");
        bot.say("bob", room, "propose Roll back <!channel> 4711");
        await("the proposal", () -> said("Proposal 1 of INC-1"));
        JsonNode proposal = find("Proposal 1 of INC-1");
        assertThat(proposal.toString()).doesNotContain("<!channel>");

        bot.as("bob").press(room, proposal.path("ts").asText(), button(proposal, "Approve"));
        bot.as("ann").press(room, proposal.path("ts").asText(), button(proposal, "Approve"));
        bot.as("ann").press(room, proposal.path("ts").asText(), button(proposal, "Approve"));

        await("the decision", () -> said("Proposal 1 approved"));
        await("the same message", () -> find("Proposal 1 of INC-1").toString().contains("Approved* by <@U0ANN>"));
        assertThat(bot.texts(room).stream().filter(text -> text.contains("Proposal 1 approved")))
                .hasSize(1);
        assertThat(bot.texts(room).stream().filter(text -> text.contains("Proposal 1 of INC-1")))
                .hasSize(1);
    }

    @Test
    void freesTheRoleOfWhoeverLeavesTheChannel() {
        bot.as("cleo").join(room);
        bot.say("cleo", room, "role tech");
        await("the role", () -> said("is tech lead"));

        bot.as("cleo").leave(room);

        await("the word that it is free", () -> said("left the channel; nobody is tech lead now"));
        await("the question who takes it", () -> said("has no tech lead yet"));
    }

    @Test
    void asksWhetherToEscalateWhatNobodyHasUnderstood() {
        await("the question", () -> said("Is it time to escalate INC-1"));
        JsonNode question = find("Is it time to escalate INC-1");

        bot.as("bob").press(room, question.path("ts").asText(), button(question, "Raise to sev1"));

        await("the new severity", () -> said("Severity sev2 → sev1 because nobody has said yet"));
    }

    private String card() {
        return pressable(room, "INC-1").orElseThrow().path("ts").asText();
    }

    private Optional<JsonNode> pressable(String channel, String words) {
        return bot.workspace.messages(channel).stream()
                .filter(message -> message.toString().contains("say:stage"))
                .filter(message -> message.path("text").asText().contains(words))
                .findFirst();
    }

    private JsonNode question(String handle) {
        return bot.workspace.dms(handle).stream()
                .filter(message -> message.path("text").asText().contains("asks you to take over"))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode find(String words) {
        return bot.workspace.messages(room).stream()
                .filter(message -> message.path("text").asText().contains(words))
                .filter(message -> !message.path("text").asText().contains("Handover"))
                .findFirst()
                .orElseThrow();
    }

    private boolean said(String words) {
        return bot.texts(room).stream().anyMatch(text -> text.contains(words));
    }

    private boolean dm(String handle, String words) {
        return bot.workspace.dms(handle).stream()
                .anyMatch(message -> message.path("text").asText().contains(words));
    }

    private static String button(JsonNode message, String label) {
        return StreamSupport.stream(message.path("blocks").spliterator(), false)
                .flatMap(block -> StreamSupport.stream(block.path("elements").spliterator(), false))
                .filter(element -> element.at("/text/text").asText().equals(label))
                .map(element -> element.path("action_id").asText())
                .findFirst()
                .orElseThrow();
    }
}
