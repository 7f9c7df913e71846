package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Reads the metadata of a message and refuses what does not fit. */
final class MetadataCheck {
    private static final Set<String> FIELDS = Set.of("event_type", "event_payload", "entities");
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
        boolean whole = metadata.path("event_type").isTextual()
                && metadata.path("event_payload").isObject()
                && Json.text(metadata, "event_type").isPresent();
        if (!whole || hasMore(metadata)) {
            throw new Refusal("invalid_metadata_schema");
        }
        if (Json.write(metadata).getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new Refusal("metadata_too_large");
        }
    }

    private static boolean hasMore(JsonNode metadata) {
        return metadata.properties().stream().anyMatch(field -> !FIELDS.contains(field.getKey()));
    }
}
