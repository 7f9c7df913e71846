package dev.muster.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.incident.ActionItem.Aim;
import dev.muster.incident.Impact.Detail;
import org.jdbi.v3.core.Handle;

/** Brings incidents to the version that knows more of their impact than a number of users, and what their action items are for. */
final class Measured {

    private Measured() {}

    static void all(Handle handle) {
        StoredStates.incidents(handle, Measured::incident);
    }

    /** What the steps before have laid is as today's program knows it. */
    private static void incident(ObjectNode state) {
        ObjectNode impact = state.withObject("/conduct/impact");
        if (!impact.has("detail")) {
            impact.set("detail", tree(Detail.NONE));
        }
        state.withArray("/actions").forEach(item -> {
            if (!item.has("aim")) {
                ((ObjectNode) item).set("aim", tree(Aim.NONE));
            }
        });
    }

    private static JsonNode tree(Object value) {
        return StateJson.read(StateJson.write(value), JsonNode.class);
    }
}
