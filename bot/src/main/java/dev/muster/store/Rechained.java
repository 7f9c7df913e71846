package dev.muster.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.incident.IncidentId;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Row;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Brings timelines of the first version to the second, in which each row has a salt, and incidents can be on hold. */
final class Rechained {

    private static final int PAGE = 1_000;

    private Rechained() {}

    static void all(Handle handle) {
        List<IncidentId> ids = handle.createQuery("SELECT id FROM incidents")
                .mapTo(IncidentId.class)
                .list();
        ids.forEach(id -> {
            nobodyHolds(handle, id);
            IncidentRows.chain(handle, id, rechained(handle, id));
        });
    }

    private static void nobodyHolds(Handle handle, IncidentId id) {
        String state = handle.createQuery("SELECT state FROM incidents WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one();
        ObjectNode tree = StateJson.read(state, ObjectNode.class);
        tree.withObject("/facts").put("held", false);
        handle.createUpdate("UPDATE incidents SET state = :state WHERE id = :id")
                .bind("id", id)
                .bind("state", tree.toString())
                .execute();
    }

    private static Chain rechained(Handle handle, IncidentId id) {
        Chain chain = Chain.EMPTY;
        for (List<Row> page = page(handle, id, chain); !page.isEmpty(); page = page(handle, id, chain)) {
            for (Row row : page) {
                Row anew = chain.append(row.entry(), row.recordedAt());
                TimelineRows.seal(handle, id, anew);
                chain = chain.after(anew);
            }
        }
        return chain;
    }

    private static List<Row> page(Handle handle, IncidentId id, Chain chain) {
        return TimelineRows.after(handle, id, chain.length(), PAGE);
    }
}
