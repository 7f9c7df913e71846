package dev.muster.config.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Yes or no. */
public record Flag() implements Shape {

    @Override
    public void check(JsonNode node, String pointer, Mistakes found) {
        if (!node.isBoolean()) {
            found.add(pointer, "true or false belongs here.");
        }
    }

    @Override
    public Map<String, Object> schema() {
        return Shape.map("type", "boolean");
    }
}
