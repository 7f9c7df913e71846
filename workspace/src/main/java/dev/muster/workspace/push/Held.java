package dev.muster.workspace.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events that wait until somebody brings them by hand. */
final class Held {
    private final Map<String, ObjectNode> envelopes = new LinkedHashMap<>();
    private boolean holding;

    synchronized void hold() {
        holding = true;
    }

    /** Whether it is kept; otherwise it has to be brought. */
    synchronized boolean keep(ObjectNode envelope) {
        if (holding) {
            envelopes.put(id(envelope), envelope);
        }
        return holding;
    }

    synchronized List<JsonNode> all() {
        return Json.copies(envelopes.values());
    }

    synchronized void forget(JsonNode envelope) {
        envelopes.remove(id(envelope));
    }

    /** Nothing is held any more; gives what was. */
    synchronized List<ObjectNode> end() {
        List<ObjectNode> left = List.copyOf(envelopes.values());
        envelopes.clear();
        holding = false;
        return left;
    }

    private static String id(JsonNode envelope) {
        return envelope.path("event_id").asText();
    }
}
