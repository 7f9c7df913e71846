package dev.muster.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What is kept as JSON, brought to a later version row by row. */
final class StoredStates {

    private static final int PART = 500;

    private StoredStates() {}

    /** A part at a time, since there may be more than fit in memory. */
    static void incidents(Handle handle, Consumer<ObjectNode> renew) {
        long last = 0;
        for (List<Kept> part = part(handle, last); !part.isEmpty(); part = part(handle, last)) {
            PlainBatch.run(handle, "UPDATE incidents SET state = ? WHERE id = ?", part, kept ->
                    new Object[] {renewed(kept.state(), renew), kept.id()});
            last = part.get(part.size() - 1).id();
        }
    }

    /** What is kept of an incident. */
    private record Kept(long id, String state) {}

    private static List<Kept> part(Handle handle, long after) {
        return handle.createQuery("SELECT id, state FROM incidents WHERE id > :after ORDER BY id LIMIT :most")
                .bind("after", after)
                .bind("most", PART)
                .map((row, ctx) -> new Kept(row.getLong("id"), row.getString("state")))
                .list();
    }

    static void runs(Handle handle, Consumer<ObjectNode> renew) {
        handle.createQuery("SELECT incident_id, number, state FROM runs")
                .mapToMap()
                .list()
                .forEach(row -> handle.execute(
                        "UPDATE runs SET state = ? WHERE incident_id = ? AND number = ?",
                        renewed(String.valueOf(row.get("state")), renew),
                        row.get("incident_id"),
                        row.get("number")));
    }

    private static String renewed(String state, Consumer<ObjectNode> renew) {
        ObjectNode tree = StateJson.read(state, ObjectNode.class);
        renew.accept(tree);
        return tree.toString();
    }
}
