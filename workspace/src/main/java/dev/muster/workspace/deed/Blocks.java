package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Completes blocks as the platform does when it stores them, and finds elements in them. */
public final class Blocks {
    private Blocks() {}

    /** An element that a person can use, and the block it is in. */
    public record Place(String blockId, JsonNode block, JsonNode element) {}

    /** A copy where every block and every element that acts has an id, and every text says how it is read. */
    public static ArrayNode completed(JsonNode blocks) {
        ArrayNode copy = Json.array();
        blocks.forEach(block -> copy.add(complete((ObjectNode) block.deepCopy())));
        return copy;
    }

    private static ObjectNode complete(ObjectNode block) {
        if (Json.text(block, "block_id").isEmpty()) {
            block.put("block_id", Ids.shortId());
        }
        for (JsonNode element : elements(block)) {
            if (acts(element) && Json.text(element, "action_id").isEmpty()) {
                ((ObjectNode) element).put("action_id", Ids.shortId());
            }
        }
        texts(block);
        return block;
    }

    private static void texts(JsonNode node) {
        if (node.path("type").asText().equals("mrkdwn") && !node.has("verbatim")) {
            ((ObjectNode) node).put("verbatim", false);
        }
        if (node.path("type").asText().equals("plain_text") && !node.has("emoji")) {
            ((ObjectNode) node).put("emoji", true);
        }
        node.forEach(Blocks::texts);
    }

    /** The elements directly in a block. */
    public static List<JsonNode> elements(JsonNode block) {
        List<JsonNode> elements = new ArrayList<>();
        if (!block.path("type").asText().equals("rich_text")) {
            block.path("elements").forEach(elements::add);
        }
        Optional.of(block.path("accessory")).filter(JsonNode::isObject).ifPresent(elements::add);
        Optional.of(block.path("element")).filter(JsonNode::isObject).ifPresent(elements::add);
        return elements;
    }

    private static boolean acts(JsonNode element) {
        String type = element.path("type").asText();
        return !type.equals("image") && !type.equals("mrkdwn") && !type.equals("plain_text");
    }

    public static List<Place> places(JsonNode blocks) {
        List<Place> places = new ArrayList<>();
        for (JsonNode block : blocks) {
            for (JsonNode element : elements(block)) {
                places.add(new Place(block.path("block_id").asText(), block, element));
            }
        }
        return places;
    }

    public static Optional<Place> find(JsonNode blocks, String actionId) {
        return places(blocks).stream()
                .filter(place -> place.element().path("action_id").asText().equals(actionId))
                .findFirst();
    }
}
