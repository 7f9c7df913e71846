package dev.muster.config.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Values by names that the writer chooses.
 *
 * @param name what a name looks like
 * @param each what each value looks like
 */
public record Named(Text name, Shape each) implements Shape {

    private static final int MANY = 100;

    @Override
    public void check(JsonNode node, String pointer, Mistakes found) {
        if (!node.isObject()) {
            found.add(pointer, "names with values belong here, each as `name: value`.");
            return;
        }
        if (node.size() > MANY) {
            found.add(pointer, "at most " + MANY + " names belong here, not " + node.size() + ".");
            return;
        }
        node.properties().forEach(property -> {
            String place = Fields.below(pointer, property.getKey());
            if (!name.matches(property.getKey())) {
                found.add(place, Mistakes.quoted(property.getKey()) + " " + name.wanted() + ".");
            }
            each.check(property.getValue(), place, found);
        });
    }

    @Override
    public Map<String, Object> schema() {
        return Shape.map(
                "type",
                "object",
                "propertyNames",
                Shape.map("pattern", "^(?:" + name.pattern() + ")$"),
                "additionalProperties",
                each.schema(),
                "maxProperties",
                MANY);
    }
}
