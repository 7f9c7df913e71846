package dev.muster.workspace.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Makes, reads and writes JSON trees. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static ArrayNode strings(Collection<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    public static ArrayNode nodes(Collection<? extends JsonNode> values) {
        return array().addAll(values);
    }

    /** The tree, or nothing when the text is not JSON. */
    public static Optional<JsonNode> read(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree == null || tree instanceof MissingNode ? Optional.empty() : Optional.of(tree);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    public static Optional<ObjectNode> readObject(String text) {
        return read(text).filter(JsonNode::isObject).map(ObjectNode.class::cast);
    }

    public static String write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing JSON: " + tree.getNodeType(), e);
        }
    }

    /** The field's text when it is there and not empty. */
    public static Optional<String> text(JsonNode node, String field) {
        String text = node.path(field).asText("");
        return text.isEmpty() || node.path(field).isNull() ? Optional.empty() : Optional.of(text);
    }

    public static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    public static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    /** The nodes as outsiders may keep them: nobody else changes a copy. */
    public static List<JsonNode> copies(Collection<? extends JsonNode> nodes) {
        return nodes.stream().map(node -> (JsonNode) node.deepCopy()).toList();
    }
}
