package dev.muster.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.incident.MessageRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The events as Slack sent them, for as long as they are kept. */
final class RawRows {

    private static final List<String> SAID = List.of("blocks", "attachments", "files", "topic", "purpose");

    private RawRows() {}

    /** Leaves nothing of what a message says in any event that tells of it. */
    static void blank(Handle handle, MessageRef message) {
        Map<String, String> bodies = new LinkedHashMap<>();
        handle.createQuery("SELECT event_id, body FROM inbox WHERE body LIKE :like")
                .bind("like", "%" + message.ts() + "%")
                .map((row, ctx) -> Map.entry(row.getString("event_id"), row.getString("body")))
                .forEach(event -> bodies.put(event.getKey(), event.getValue()));
        bodies.forEach((id, body) -> {
            JsonNode event = StateJson.read(body, JsonNode.class);
            blank(event, message.ts());
            handle.createUpdate("UPDATE inbox SET body = :body WHERE event_id = :id")
                    .bind("id", id)
                    .bind("body", event.toString())
                    .execute();
        });
    }

    private static void blank(JsonNode node, String ts) {
        if (node instanceof ObjectNode object && object.path("ts").asText().equals(ts)) {
            object.remove(SAID);
            object.put("text", "");
        }
        node.forEach(part -> blank(part, ts));
    }
}
