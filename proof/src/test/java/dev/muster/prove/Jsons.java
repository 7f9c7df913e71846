package dev.muster.prove;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** JSON that is known to be right. */
final class Jsons {

    private static final ObjectMapper json = new ObjectMapper();

    private Jsons() {}

    static JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(String.valueOf(value), e);
        }
    }

    /** A copy that says something else here and there. */
    static JsonNode with(JsonNode object, Map<String, String> texts) {
        ObjectNode copy = object.deepCopy();
        texts.forEach(copy::put);
        return copy;
    }
}
