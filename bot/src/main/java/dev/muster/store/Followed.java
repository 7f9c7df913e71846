package dev.muster.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.incident.Conduct;
import dev.muster.incident.Impact;
import org.jdbi.v3.core.Handle;

/** Brings incidents of the third version to the fourth, which knows who follows them and what is ticked off. */
final class Followed {

    private Followed() {}

    static void all(Handle handle) {
        StoredStates.runs(handle, Followed::run);
        StoredStates.incidents(handle, Followed::incident);
    }

    private static void incident(ObjectNode state) {
        lay(Conduct.NONE, state.withObject("/conduct"));
        lay(Impact.UNKNOWN, state.withObject("/conduct/impact"));
        state.withArray("actions").forEach(Followed::item);
    }

    /** Runs know since then who started them, and what was answered. */
    private static void run(ObjectNode state) {
        state.putNull("startedBy");
        state.putObject("answers");
    }

    private static void item(JsonNode item) {
        if (item instanceof ObjectNode object && !object.has("asked")) {
            object.put("asked", 0).putNull("doneBy");
        }
    }

    /** Whatever is missing is as in an incident of which nothing is known. */
    private static void lay(Object unknown, ObjectNode onto) {
        JsonNode defaults = StateJson.read(StateJson.write(unknown), JsonNode.class);
        defaults.properties().stream()
                .filter(field -> !onto.has(field.getKey()))
                .forEach(field -> onto.set(field.getKey(), field.getValue()));
    }
}
