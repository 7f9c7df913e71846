package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What shall be different in a message; what is not given stays. */
public record Change(
        Optional<String> text, Optional<JsonNode> blocks, Optional<JsonNode> attachments, Optional<JsonNode> metadata) {
    public static Change text(String now) {
        return new Change(Optional.of(now), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Change words(Optional<String> text, Optional<JsonNode> blocks) {
        return new Change(text, blocks, Optional.empty(), Optional.empty());
    }
}
