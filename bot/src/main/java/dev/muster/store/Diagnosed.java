package dev.muster.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.incident.Cadence;
import dev.muster.incident.Diagnosis;
import org.jdbi.v3.core.Handle;

/** Brings incidents to the version that knows why they happened, and how well the rhythm of updates was kept. */
final class Diagnosed {

    private Diagnosed() {}

    static void all(Handle handle) {
        StoredStates.incidents(handle, Diagnosed::incident);
    }

    /** How the rhythm was kept before is not known. */
    private static void incident(ObjectNode state) {
        lay(state.withObject("/conduct"), "diagnosis", Diagnosis.NONE);
        lay(state.withObject("/rhythm"), "cadence", Cadence.NONE);
    }

    private static void lay(ObjectNode onto, String name, Object unknown) {
        if (!onto.has(name)) {
            onto.set(name, StateJson.read(StateJson.write(unknown), JsonNode.class));
        }
    }
}
