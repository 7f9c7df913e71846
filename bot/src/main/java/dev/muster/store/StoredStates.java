package dev.muster.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What is kept as JSON, brought to a later version row by row. */
final class StoredStates {

    private StoredStates() {}

    static void incidents(Handle handle, Consumer<ObjectNode> renew) {
        handle.createQuery("SELECT id, state FROM incidents")
                .mapToMap()
                .list()
                .forEach(row -> handle.execute(
                        "UPDATE incidents SET state = ? WHERE id = ?",
                        renewed(String.valueOf(row.get("state")), renew),
                        row.get("id")));
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
