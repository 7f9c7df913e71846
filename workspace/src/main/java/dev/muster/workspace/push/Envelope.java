package dev.muster.workspace.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Happening;
import dev.muster.workspace.state.Ids;
import dev.muster.workspace.state.Row;

/** What an event comes in: its id, its time, and for whom it is. */
final class Envelope {
    private Envelope() {}

    static ObjectNode of(Happening happening, long seconds) {
        ObjectNode envelope = Json.object().put("token", "local").put("team_id", happening.team());
        envelope.put("context_team_id", App.TEAM).putNull("context_enterprise_id");
        envelope.put("api_app_id", App.APP_ID).set("event", happening.event().deepCopy());
        envelope.put("type", "event_callback").put("event_id", Ids.next("Ev"));
        envelope.put("event_time", seconds).put("event_context", Ids.next("EC"));
        envelope.put("is_ext_shared_channel", happening.shared());
        ObjectNode install = envelope.putArray("authorizations").addObject().putNull("enterprise_id");
        install.put("team_id", App.TEAM).put("user_id", App.BOT_USER).put("is_bot", true);
        install.put("is_enterprise_install", false);
        return envelope;
    }

    static Parcel parcel(ObjectNode envelope) {
        return Parcel.of(Row.Kind.EVENT, name(envelope.path("event")), envelope);
    }

    private static String name(JsonNode event) {
        String subtype = event.path("subtype").asText("");
        return event.path("type").asText() + (subtype.isEmpty() ? "" : "." + subtype);
    }
}
