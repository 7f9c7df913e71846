package dev.muster.workspace.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.util.Optional;

/** A message as it stands now: what everybody may see of it, and the metadata kept beside it. */
public final class Message {
    private final ObjectNode json;
    private Optional<JsonNode> metadata = Optional.empty();
    private boolean ownBlocks;

    public Message(ObjectNode json) {
        this.json = json;
    }

    public ObjectNode json() {
        return json;
    }

    public String ts() {
        return json.path("ts").asText();
    }

    public String user() {
        return json.path("user").asText();
    }

    /** The user, or of a classic app the bot, who alone may change it. */
    public String author() {
        return Json.text(json, "user").orElseGet(() -> json.path("bot_id").asText());
    }

    public String text() {
        return json.path("text").asText();
    }

    public String subtype() {
        return json.path("subtype").asText("");
    }

    public boolean isTombstone() {
        return subtype().equals("tombstone");
    }

    /** Whether the platform wrote it, such as that somebody joined. */
    public boolean isNotice() {
        return subtype().startsWith("channel_") || subtype().startsWith("group_");
    }

    /** The thread it is a reply in. */
    public Optional<String> thread() {
        return Json.text(json, "thread_ts").filter(root -> !root.equals(ts()));
    }

    public boolean inChannel() {
        return thread().isEmpty() || subtype().equals("thread_broadcast");
    }

    public Optional<JsonNode> metadata() {
        return metadata;
    }

    public void metadata(JsonNode now) {
        metadata = Optional.of(now);
    }

    /** Whether its blocks were written by its author, or made here from its text. */
    public boolean ownBlocks() {
        return ownBlocks;
    }

    public void blocks(JsonNode blocks, boolean own) {
        json.set("blocks", blocks);
        ownBlocks = own;
    }

    public ArrayNode reactions() {
        return json.withArray("reactions");
    }

    public ObjectNode withMetadata() {
        ObjectNode copy = json.deepCopy();
        metadata.ifPresent(known -> copy.set("metadata", known));
        return copy;
    }
}
