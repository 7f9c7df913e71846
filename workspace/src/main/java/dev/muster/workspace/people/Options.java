package dev.muster.workspace.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.util.ArrayList;
import java.util.List;

/** The choices a menu offers. */
final class Options {
    private Options() {}

    static List<JsonNode> of(JsonNode element) {
        List<JsonNode> options = new ArrayList<>(Json.items(element.path("options")));
        element.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
        return options;
    }

    /** The option with this value or this text; a menu that asks the bot for its choices takes any. */
    static JsonNode choose(JsonNode element, String wanted) {
        return of(element).stream()
                .filter(option -> option.path("value").asText().equals(wanted)
                        || option.path("text").path("text").asText().equals(wanted))
                .findFirst()
                .orElseGet(() -> foreign(element, wanted));
    }

    private static JsonNode foreign(JsonNode element, String wanted) {
        if (!element.path("type").asText().contains("external")) {
            throw new IllegalArgumentException("no option \"%s\" in %s"
                    .formatted(wanted, element.path("action_id").asText()));
        }
        ObjectNode option = Json.object();
        option.putObject("text").put("type", "plain_text").put("text", wanted);
        return option.put("value", wanted);
    }
}
