package dev.muster.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.incident.Conduct;
import org.jdbi.v3.core.Handle;

/** Brings incidents of the second version to the third, which knows how the response is conducted. */
final class Conducted {

    private Conducted() {}

    static void all(Handle handle) {
        ObjectNode none = StateJson.read(StateJson.write(Conduct.NONE), ObjectNode.class);
        StoredStates.incidents(handle, state -> state.set("conduct", none));
    }
}
