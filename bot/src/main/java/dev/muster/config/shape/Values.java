package dev.muster.config.shape;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.incident.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes values out of a tree that has been checked against its shape already. */
public final class Values {

    private Values() {}

    /** Empty if nothing stands there. */
    public static String text(JsonNode node, String name) {
        return node.path(name).asText("").strip();
    }

    public static Optional<String> optional(JsonNode node, String name) {
        return Optional.of(text(node, name)).filter(text -> !text.isEmpty());
    }

    public static List<String> texts(JsonNode node, String name) {
        return each(node.path(name), text -> text.asText().strip());
    }

    /** In the order of the file. */
    public static Map<String, String> named(JsonNode node, String name) {
        Map<String, String> named = new LinkedHashMap<>();
        node.path(name)
                .properties()
                .forEach(property ->
                        named.put(property.getKey(), property.getValue().asText()));
        return named;
    }

    public static <T> List<T> each(JsonNode nodes, Function<JsonNode, T> make) {
        List<T> list = new ArrayList<>();
        nodes.forEach(node -> list.add(make.apply(node)));
        return list;
    }

    /** The duration that a text says. @throws java.util.NoSuchElementException if it says none */
    public static Duration lasting(String text) {
        return Words.duration(text).orElseThrow();
    }
}
