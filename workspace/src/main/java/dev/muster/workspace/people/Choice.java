package dev.muster.workspace.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Blocks;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import java.util.Optional;

/** Which element a person uses, and what they choose there. */
public record Choice(String actionId, String blockId, Optional<Object> value, ObjectNode sent) {
    public static Choice press(String actionId) {
        return new Choice(actionId, "", Optional.empty(), Json.object());
    }

    public static Choice of(String actionId, Object value) {
        return new Choice(actionId, "", Optional.of(value), Json.object());
    }

    /** As a page sends it. */
    public static Choice sent(ObjectNode action) {
        ObjectNode rest = action.deepCopy();
        rest.remove("text");
        return new Choice(
                action.path("action_id").asText(), action.path("block_id").asText(""), Optional.empty(), rest);
    }

    Blocks.Place place(JsonNode blocks) {
        return Blocks.places(blocks).stream()
                .filter(this::isMeant)
                .findFirst()
                .orElseThrow(() -> new Refusal("no_such_action"));
    }

    private boolean isMeant(Blocks.Place place) {
        JsonNode element = place.element();
        boolean sameButton = !element.path("type").asText().equals("button")
                || value.isEmpty()
                || value.get().equals(element.path("value").asText());
        return element.path("action_id").asText().equals(actionId)
                && (blockId.isEmpty() || blockId.equals(place.blockId()))
                && sameButton;
    }

    ObjectNode chosen(JsonNode element) {
        Optional<FieldKind> kind = FieldKind.of(element);
        if (kind.isPresent() && value.isPresent()) {
            return kind.get().given(element, value.get());
        }
        return sent.isEmpty() && kind.isPresent() ? kind.get().start(element) : withoutIds();
    }

    private ObjectNode withoutIds() {
        ObjectNode rest = sent.deepCopy();
        rest.remove("action_id");
        rest.remove("block_id");
        return rest;
    }
}
