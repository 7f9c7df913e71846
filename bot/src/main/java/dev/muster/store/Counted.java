package dev.muster.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.incident.ActionItem;
import dev.muster.incident.Cadence;
import dev.muster.incident.Diagnosis;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Brings incidents to the version that knows why they happened and how well the rhythm of updates was kept, and counts all
 * that there are.
 */
final class Counted {

    private static final int PART = 500;

    private Counted() {}

    static void all(Handle handle) {
        StoredStates.incidents(handle, Counted::incident);
        long last = 0;
        for (List<IncidentId> part = part(handle, last); !part.isEmpty(); part = part(handle, last)) {
            part.forEach(id -> count(handle, IncidentRows.find(handle, id).orElseThrow()));
            last = part.get(part.size() - 1).number();
        }
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

    private static List<IncidentId> part(Handle handle, long after) {
        return handle.createQuery("SELECT id FROM incidents WHERE id > :after ORDER BY id LIMIT :most")
                .bind("after", after)
                .bind("most", PART)
                .mapTo(IncidentId.class)
                .list();
    }

    private static void count(Handle handle, Incident incident) {
        CaseRows.put(handle, incident, item -> given(handle, incident, item));
    }

    /** By its first line; if that was redacted, it cannot be older than its incident. */
    private static Instant given(Handle handle, Incident incident, ActionItem item) {
        return handle.createQuery(
                        """
                        SELECT at FROM timeline WHERE incident_id = :id AND kind = 'action' AND data LIKE :number
                        ORDER BY seq LIMIT 1
                        """)
                .bind("id", incident.id())
                .bind("number", "%\"number\":" + item.number() + ",%")
                .mapTo(Instant.class)
                .findOne()
                .orElse(incident.facts().declaredAt());
    }
}
