package dev.muster.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.runbook.Setup;
import dev.muster.runbook.Work;
import org.jdbi.v3.core.Handle;

/** Brings runs to the version that knows what they were told and who does what in them. */
final class Worked {

    private Worked() {}

    static void all(Handle handle) {
        StoredStates.runs(handle, state -> {
            state.set("setup", StateJson.read(StateJson.write(Setup.NONE), JsonNode.class));
            state.set("work", StateJson.read(StateJson.write(Work.NONE), JsonNode.class));
        });
    }
}
