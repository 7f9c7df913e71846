package dev.muster.config.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keys that depend on what one of them says.
 *
 * @param key the one that says it
 * @param fallback what it says if it is left out
 * @param sorts the keys for each sort, the deciding one among them
 */
public record Sorts(String key, String fallback, Map<String, Fields> sorts) implements Shape {

    @Override
    public void check(JsonNode node, String pointer, Mistakes found) {
        JsonNode said = node.isObject() && node.has(key) ? node.get(key) : TextNode.valueOf(fallback);
        Fields fields = sorts.get(said.textValue());
        if (fields == null) {
            names().check(said, Fields.below(pointer, key), found);
        } else {
            fields.check(node, pointer, found);
        }
    }

    public Text names() {
        return Text.oneOf(List.copyOf(sorts.keySet()));
    }

    @Override
    public Map<String, Object> schema() {
        List<Object> rules = new ArrayList<>();
        sorts.forEach((name, fields) -> rules.add(Shape.map("if", is(name), "then", fields.schema())));
        return Shape.map("type", "object", "properties", Shape.map(key, names().schema()), "allOf", rules);
    }

    private Map<String, Object> is(String name) {
        Map<String, Object> is = Shape.map("properties", Shape.map(key, Shape.map("const", name)));
        if (!name.equals(fallback)) {
            is.put("required", List.of(key));
        }
        return is;
    }
}
