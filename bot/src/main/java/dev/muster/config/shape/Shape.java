package dev.muster.config.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a value must look like. Whoever checks a file and whoever writes the schema ask the same one. */
public interface Shape {

    /** Notes everything about the value at this place that is not as it must be. */
    void check(JsonNode node, String pointer, Mistakes found);

    /** The same as a JSON Schema. */
    Map<String, Object> schema();

    /** A map that keeps the order in which its keys are given, each followed by its value. */
    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            map.put((String) keysAndValues[index], keysAndValues[index + 1]);
        }
        return map;
    }
}
