package dev.muster.testing;

import static dev.muster.testing.BotRig.await;
import static dev.muster.testing.BotRig.button;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.Answer;
import dev.muster.workspace.Workspace;
import java.util.List;

/** An incident's channel in the workspace, as people see it: they read its last messages and press what is there. */
public final class Room {

    private final Workspace workspace;
    private final String name;

    public Room(Workspace workspace, String name) {
        this.workspace = workspace;
        this.name = name;
    }

    public List<JsonNode> messages() {
        return workspace.messages(name);
    }

    public boolean says(String words) {
        return messages().stream().anyMatch(message -> message.toString().contains(words));
    }

    /** The last message with blocks that has these words anywhere in it, once there is one. */
    public JsonNode shown(String words) {
        await("“" + words + "” in " + name, () -> says(words));
        return messages().stream()
                .filter(message -> message.has("blocks") && message.toString().contains(words))
                .reduce((one, other) -> other)
                .orElseThrow(() -> new AssertionError("only without blocks: " + words));
    }

    /** The card of a step with these words, once there is one. */
    public JsonNode card(String words) {
        await("the step “" + words + "” in " + name, () -> !cards(words).isEmpty());
        List<JsonNode> cards = cards(words);
        return cards.get(cards.size() - 1);
    }

    private List<JsonNode> cards(String words) {
        return messages().stream()
                .filter(message -> message.path("text").asText().contains("· step "))
                .filter(message -> message.toString().contains(words))
                .toList();
    }

    /** Presses the button of that name on the card of a step with these words, and fails if that was an error. */
    public void press(String who, String words, String label) {
        await("the button " + label, () -> has(card(words), label));
        JsonNode now = card(words);
        Answer answer = workspace.as(who).press(name, now.path("ts").asText(), button(now, label));
        if (!answer.ok()) {
            throw new AssertionError(label + ": " + answer);
        }
    }

    public static boolean has(JsonNode message, String label) {
        return message.findValues("elements").stream()
                .flatMap(elements -> elements.findParents("action_id").stream())
                .anyMatch(element -> element.at("/text/text").asText().equals(label));
    }
}
