package dev.muster.workspace.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.muster.workspace.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form remembers of each kind of element, and under which names. */
enum FieldKind {
    TEXT("value", "initial_value"),
    OPTION("selected_option", "initial_option"),
    OPTIONS("selected_options", "initial_options"),
    USER("selected_user", "initial_user"),
    USERS("selected_users", "initial_users"),
    CHANNEL("selected_channel", "initial_channel"),
    CHANNELS("selected_channels", "initial_channels"),
    CONVERSATION("selected_conversation", "initial_conversation"),
    CONVERSATIONS("selected_conversations", "initial_conversations"),
    DATE("selected_date", "initial_date"),
    TIME("selected_time", "initial_time"),
    DATE_TIME("selected_date_time", "initial_date_time"),
    RICH_TEXT("rich_text_value", "initial_value");

    private static final Map<String, FieldKind> BY_TYPE = Map.ofEntries(
            Map.entry("plain_text_input", TEXT),
            Map.entry("email_text_input", TEXT),
            Map.entry("url_text_input", TEXT),
            Map.entry("number_input", TEXT),
            Map.entry("rich_text_input", RICH_TEXT),
            Map.entry("static_select", OPTION),
            Map.entry("external_select", OPTION),
            Map.entry("radio_buttons", OPTION),
            Map.entry("overflow", OPTION),
            Map.entry("checkboxes", OPTIONS),
            Map.entry("multi_static_select", OPTIONS),
            Map.entry("multi_external_select", OPTIONS),
            Map.entry("users_select", USER),
            Map.entry("multi_users_select", USERS),
            Map.entry("channels_select", CHANNEL),
            Map.entry("multi_channels_select", CHANNELS),
            Map.entry("conversations_select", CONVERSATION),
            Map.entry("multi_conversations_select", CONVERSATIONS),
            Map.entry("datepicker", DATE),
            Map.entry("timepicker", TIME),
            Map.entry("datetimepicker", DATE_TIME));

    final String stored;
    final String initial;

    FieldKind(String stored, String initial) {
        this.stored = stored;
        this.initial = initial;
    }

    static Optional<FieldKind> of(JsonNode element) {
        return Optional.ofNullable(BY_TYPE.get(element.path("type").asText()));
    }

    boolean isList() {
        return this == OPTIONS || this == USERS || this == CHANNELS || this == CONVERSATIONS;
    }

    /** As the form starts: with the initial value or with nothing. */
    ObjectNode start(JsonNode element) {
        ObjectNode value = Json.object().put("type", element.path("type").asText());
        JsonNode given = element.path(initial);
        if (!given.isMissingNode()) {
            return value.set(stored, given.deepCopy());
        }
        return isList() ? value.set(stored, Json.array()) : value.putNull(stored);
    }

    /** As the form is after a person gave this value. */
    ObjectNode given(JsonNode element, Object input) {
        ObjectNode value = Json.object().put("type", element.path("type").asText());
        if (isList()) {
            List<?> inputs = input instanceof List<?> list ? list : List.of(input);
            return value.set(
                    stored,
                    Json.nodes(inputs.stream().map(one -> single(element, one)).toList()));
        }
        return value.set(stored, single(element, input));
    }

    private JsonNode single(JsonNode element, Object input) {
        if (input instanceof JsonNode node) {
            return node;
        }
        String text = String.valueOf(input);
        if (this == OPTION || this == OPTIONS) {
            return Options.choose(element, text);
        }
        return this == DATE_TIME ? Json.object().numberNode(Long.parseLong(text)) : TextNode.valueOf(text);
    }
}
