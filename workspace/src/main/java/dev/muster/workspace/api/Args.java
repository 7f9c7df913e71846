package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a Web API method was called with, whether as a form or as JSON. */
record Args(ObjectNode given) {
    private static final Set<String> TRUE = Set.of("true", "1");

    Optional<String> find(String name) {
        return Json.text(given, name);
    }

    boolean has(String name) {
        return given.has(name) && !given.get(name).isNull();
    }

    String text(String name) {
        return find(name).orElse("");
    }

    String required(String name) {
        return find(name).orElseThrow(() -> Refusal.arguments("missing required field: " + name));
    }

    boolean flag(String name) {
        return TRUE.contains(text(name).toLowerCase(Locale.ROOT));
    }

    int number(String name, int otherwise) {
        try {
            return find(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw Refusal.arguments("must be a number [json-pointer:/" + name + "]");
        }
    }

    /** A list, written with commas or as JSON. */
    List<String> list(String name) {
        if (given.path(name).isArray()) {
            return Json.texts(given.path(name));
        }
        return Stream.of(text(name).split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** A tree, given as such or as text that holds JSON; the error when it is not JSON. */
    Optional<JsonNode> tree(String name, String error) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = given.get(name);
        if (!value.isTextual()) {
            return Optional.of(value);
        }
        return value.asText().isBlank()
                ? Optional.empty()
                : Optional.of(Json.read(value.asText()).orElseThrow(() -> new Refusal(error)));
    }
}
