package dev.muster.config.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A list.
 *
 * @param each what each of its items looks like
 * @param least how many there must be
 * @param most how many there may be
 */
public record Items(Shape each, int least, int most) implements Shape {

    private static final int MANY = 100;

    public static Items of(Shape each) {
        return new Items(each, 0, MANY);
    }

    public static Items some(Shape each) {
        return new Items(each, 1, MANY);
    }

    @Override
    public void check(JsonNode node, String pointer, Mistakes found) {
        if (!node.isArray()) {
            found.add(pointer, "a list belongs here: each item on a line that begins with a hyphen.");
            return;
        }
        if (node.size() < least || node.size() > most) {
            found.add(pointer, "from " + least + " to " + most + " items belong here, not " + node.size() + ".");
        }
        for (int index = 0; index < Math.min(most, node.size()); index++) {
            each.check(node.get(index), pointer + "/" + index, found);
        }
    }

    @Override
    public Map<String, Object> schema() {
        return Shape.map("type", "array", "items", each.schema(), "minItems", least, "maxItems", most);
    }
}
