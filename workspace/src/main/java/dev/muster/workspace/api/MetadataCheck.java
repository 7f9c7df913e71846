package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the metadata of a message and refuses what does not fit. */
final class MetadataCheck {
    private static final int LARGEST = 8 * 1024;

    private MetadataCheck() {}

    static Optional<JsonNode> read(Args args) {
        Optional<JsonNode> metadata = args.tree("metadata", "invalid_metadata_format");
        metadata.ifPresent(MetadataCheck::check);
        return metadata;
    }

    private static void check(JsonNode metadata) {
        if (!metadata.isObject()) {
            throw new Refusal("invalid_metadata_format");
        }
        if (Json.text(metadata, "event_type").isEmpty()
                || !metadata.path("event_payload").isObject()) {
            throw new Refusal("invalid_metadata_schema");
        }
        if (Json.write(metadata).getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new Refusal("metadata_too_large");
        }
    }
}
