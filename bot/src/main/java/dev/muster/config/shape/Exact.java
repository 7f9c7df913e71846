package dev.muster.config.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A text of which more must be so than a pattern can say.
 *
 * @param text what a schema can say of it
 * @param isReal the rest
 */
public record Exact(Text text, Predicate<String> isReal) implements Shape {

    @Override
    public void check(JsonNode node, String pointer, Mistakes found) {
        text.check(node, pointer, found);
        if (node.isTextual() && text.matches(node.textValue()) && !isReal.test(node.textValue())) {
            found.add(pointer, Mistakes.quoted(node.textValue()) + " " + text.wanted() + ".");
        }
    }

    @Override
    public Map<String, Object> schema() {
        return text.schema();
    }
}
