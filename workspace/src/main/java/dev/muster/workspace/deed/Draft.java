package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.util.Optional;

/** A message about to be posted: who says it, what, in which thread, and whatever else belongs to it. */
public record Draft(String user, String text, Optional<String> thread, boolean broadcast, ObjectNode more) {
    public static Draft of(String user, String text) {
        return new Draft(user, text, Optional.empty(), false, Json.object());
    }

    public Draft in(Optional<String> root, boolean alsoInChannel) {
        return new Draft(user, text, root, alsoInChannel, more);
    }

    /** Of an app that speaks under a name of its own choice and is no user. */
    boolean isClassic() {
        return more.path("subtype").asText().equals("bot_message");
    }

    public Draft with(String field, JsonNode value) {
        more.set(field, value);
        return this;
    }

    public Draft blocks(Optional<JsonNode> blocks) {
        blocks.ifPresent(given -> more.set("blocks", given));
        return this;
    }
}
