package dev.muster.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.runbook.Care;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Upkeep;
import java.util.Locale;
import java.util.Set;

/** A version of a runbook as it is written down, also as it was before steps had more than two kinds. */
final class RunbookJson {

    private static final Set<String> ACTING = Set.of("command", "http");

    private RunbookJson() {}

    static Runbook read(String text) {
        ObjectNode tree = (ObjectNode) StateJson.read(text, JsonNode.class);
        if (!tree.has("upkeep")) {
            tree.set("upkeep", StateJson.read(StateJson.write(Upkeep.UNKNOWN), JsonNode.class));
            tree.putArray("when");
            tree.putArray("parameters");
            tree.path("steps").forEach(step -> renew((ObjectNode) step));
        }
        tree.path("steps").forEach(step -> expecting(step.path("action")));
        return StateJson.read(tree.toString(), Runbook.class);
    }

    /** What must stand in an output was not said at first. */
    private static void expecting(JsonNode action) {
        boolean acts = ACTING.contains(action.path("kind").asText());
        if (acts && action instanceof ObjectNode object && !object.has("expectOutput")) {
            object.putNull("expectOutput");
        }
    }

    private static void renew(ObjectNode step) {
        String kind = step.path("kind").asText().toLowerCase(Locale.ROOT);
        step.remove("kind");
        step.putObject("action").put("kind", kind);
        step.set("care", StateJson.read(StateJson.write(Care.NONE), JsonNode.class));
        step.putNull("next");
    }
}
