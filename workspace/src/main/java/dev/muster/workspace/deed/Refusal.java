package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.util.List;

/** A no, with the error the Web API gives for it. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String error;
    private final transient ObjectNode details = Json.object();

    public Refusal(String error) {
        super(error, null, false, false);
        this.error = error;
    }

    public String error() {
        return error;
    }

    /** Further fields of the answer. */
    public ObjectNode details() {
        return details;
    }

    public Refusal with(String field, JsonNode value) {
        details.set(field, value);
        return this;
    }

    public Refusal saying(List<String> messages) {
        details.withObject("/response_metadata").set("messages", Json.strings(messages));
        return this;
    }

    public static Refusal arguments(String message) {
        return new Refusal("invalid_arguments").saying(List.of("[ERROR] " + message));
    }
}
