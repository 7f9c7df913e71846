package dev.muster.config.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A whole number from one to another. */
public record Whole(int from, int to) implements Shape {

    @Override
    public void check(JsonNode node, String pointer, Mistakes found) {
        if (!node.isInt() || node.intValue() < from || node.intValue() > to) {
            found.add(pointer, "a whole number from " + from + " to " + to + " belongs here.");
        }
    }

    @Override
    public Map<String, Object> schema() {
        return Shape.map("type", "integer", "minimum", from, "maximum", to);
    }
}
