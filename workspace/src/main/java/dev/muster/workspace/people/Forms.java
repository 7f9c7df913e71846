package dev.muster.workspace.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Blocks;
import dev.muster.workspace.json.Json;
import java.util.Map;

/** What stands in a form: its state, and what is missing before it can be sent. */
final class Forms {
    private static final String MISSING = "Please complete this required field.";

    private Forms() {}

    /** The state of all fields: what was typed before, else the initial values. */
    static ObjectNode values(JsonNode view) {
        ObjectNode values = Json.object();
        JsonNode typed = view.path("state").path("values");
        for (Blocks.Place place : Blocks.places(view.path("blocks"))) {
            JsonNode element = place.element();
            String action = element.path("action_id").asText();
            JsonNode before = typed.path(place.blockId()).path(action);
            FieldKind.of(element)
                    .filter(kind -> !element.path("type").asText().equals("overflow"))
                    .ifPresent(kind -> values.withObjectProperty(place.blockId())
                            .set(action, before.isObject() ? before : kind.start(element)));
        }
        return values;
    }

    /** The state after a person gave these values, by action id. */
    static ObjectNode values(JsonNode view, Map<String, ?> given) {
        ObjectNode values = values(view);
        given.forEach((action, input) -> {
            Blocks.Place place = Blocks.find(view.path("blocks"), action)
                    .orElseThrow(() -> new IllegalArgumentException("no field " + action + " in the form"));
            FieldKind kind = FieldKind.of(place.element())
                    .orElseThrow(() -> new IllegalArgumentException(action + " takes no value"));
            values.withObjectProperty(place.blockId()).set(action, kind.given(place.element(), input));
        });
        return values;
    }

    /** What a page sent laid over what was there. */
    static ObjectNode merged(JsonNode view, JsonNode sent) {
        ObjectNode values = values(view);
        sent.properties().forEach(block -> block.getValue()
                .properties()
                .forEach(action -> values.withObjectProperty(block.getKey()).set(action.getKey(), action.getValue())));
        return values;
    }

    /** Required fields that are empty, and texts of the wrong length, by block. */
    static ObjectNode errors(JsonNode view, JsonNode values) {
        ObjectNode errors = Json.object();
        for (JsonNode block : view.path("blocks")) {
            if (block.path("type").asText().equals("input")) {
                String id = block.path("block_id").asText();
                String action = block.path("element").path("action_id").asText();
                check(errors, block, values.path(id).path(action));
            }
        }
        return errors;
    }

    private static void check(ObjectNode errors, JsonNode block, JsonNode value) {
        JsonNode element = block.path("element");
        String id = block.path("block_id").asText();
        FieldKind.of(element).ifPresent(kind -> {
            JsonNode content = value.path(kind.stored);
            if (isEmpty(content)) {
                if (!block.path("optional").asBoolean()) {
                    errors.put(id, MISSING);
                }
            } else if (kind == FieldKind.TEXT) {
                checkLength(errors, id, element, content.asText().length());
            }
        });
    }

    private static boolean isEmpty(JsonNode content) {
        return content.isMissingNode()
                || content.isNull()
                || content.isTextual() && content.asText().isBlank()
                || content.isContainerNode() && content.isEmpty();
    }

    private static void checkLength(ObjectNode errors, String block, JsonNode element, int length) {
        int least = element.path("min_length").asInt(0);
        int most = element.path("max_length").asInt(3000);
        if (length < least) {
            errors.put(block, "Please use at least " + least + " characters.");
        }
        if (length > most) {
            errors.put(block, "Please use at most " + most + " characters.");
        }
    }
}
