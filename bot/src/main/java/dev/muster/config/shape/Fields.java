package dev.muster.config.shape;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.incident.Guess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values by names that the format knows. Any other name is a mistake. */
public record Fields(List<Key> keys) implements Shape {

    private static final int LONGEST_GUESS = 60;

    public Fields {
        keys = List.copyOf(keys);
    }

    public static Fields of(Key... keys) {
        return new Fields(List.of(keys));
    }

    public Fields and(Fields others) {
        List<Key> all = new ArrayList<>(keys);
        all.addAll(others.keys);
        return new Fields(all);
    }

    public List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    @Override
    public void check(JsonNode node, String pointer, Mistakes found) {
        if (!node.isObject()) {
            found.add(pointer, "keys with values belong here, each as `key: value`.");
            return;
        }
        checkNames(node, pointer, found);
        for (Key key : keys) {
            JsonNode value = node.path(key.name());
            if (!value.isMissingNode()) {
                key.shape().check(value, below(pointer, key.name()), found);
            } else if (key.needed()) {
                found.add(pointer, "\"" + key.name() + "\" is missing here.");
            }
        }
    }

    private void checkNames(JsonNode node, String pointer, Mistakes found) {
        node.fieldNames().forEachRemaining(name -> {
            if (!knows(name)) {
                String guess = name.length() > LONGEST_GUESS ? "" : Guess.sentence(name, names());
                found.add(below(pointer, name), "there is no key " + Mistakes.quoted(name) + " here." + guess);
            }
        });
    }

    private boolean knows(String name) {
        return keys.stream().anyMatch(key -> key.name().equals(name));
    }

    /** The JSON pointer of a value within another. */
    public static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Key key : keys) {
            Map<String, Object> schema = Shape.map("description", key.about());
            schema.putAll(key.shape().schema());
            properties.put(key.name(), schema);
        }
        List<String> required = keys.stream().filter(Key::needed).map(Key::name).toList();
        return Shape.map(
                "type", "object", "properties", properties, "required", required, "additionalProperties", false);
    }
}
