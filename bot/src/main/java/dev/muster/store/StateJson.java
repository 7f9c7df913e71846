package dev.muster.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.muster.runbook.Action;
import java.util.Map;
import java.util.Set;

/** Values as they are written down. The names of record components are lasting names: renaming one needs a migration. */
final class StateJson {

    private static final ObjectMapper json = JsonMapper.builder()
            .addMixIn(Action.class, ActionJson.class)
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** Stands where something was redacted. */
    static final String REDACTED = "(redacted)";

    /** What people said, by the names of its fields. */
    private static final Set<String> SAID = Set.of("title", "text", "revenue", "reputation");

    private StateJson() {}

    static String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value, e);
        }
    }

    static <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a stored " + type.getSimpleName() + ": " + text, e);
        }
    }

    static Map<String, Object> readMap(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a stored map: " + text, e);
        }
    }

    /** A stored value in which these texts do not stand any more. */
    static String without(String state, Set<String> texts) {
        JsonNode tree = read(state, JsonNode.class);
        strike(tree, texts);
        return tree.toString();
    }

    private static void strike(JsonNode node, Set<String> texts) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (SAID.contains(field.getKey())
                        && texts.contains(field.getValue().textValue())) {
                    field.setValue(TextNode.valueOf(REDACTED));
                }
            });
        }
        node.forEach(part -> strike(part, texts));
    }
}
