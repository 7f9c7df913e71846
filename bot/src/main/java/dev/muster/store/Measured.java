package dev.muster.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.incident.Impact.Detail;
import org.jdbi.v3.core.Handle;

/** Brings incidents to the version that knows more of their impact than a number of users. */
final class Measured {

    private Measured() {}

    static void all(Handle handle) {
        StoredStates.incidents(handle, Measured::incident);
    }

    /** What the steps before have laid is as today's program knows it. */
    private static void incident(ObjectNode state) {
        ObjectNode impact = state.withObject("/conduct/impact");
        if (!impact.has("detail")) {
            impact.set("detail", StateJson.read(StateJson.write(Detail.NONE), JsonNode.class));
        }
    }
}
