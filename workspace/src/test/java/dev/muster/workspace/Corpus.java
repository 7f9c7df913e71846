package dev.muster.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.muster.workspace.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Calls as data, from {@code src/test/resources/payloads}. {@code {"$repeat": "x", "times": 3}} stands for {@code "xxx"},
 * {@code {"$items": 1, "times": 3}} for {@code [1, 1, 1]}, and words that begin with a dollar sign for what the test knows.
 */
final class Corpus {
    private Corpus() {}

    /** What is called, and what has to come of it; the error is empty when it is right. */
    record Case(String name, String method, JsonNode payload, String error, String pointer, String problem) {
        @Override
        public String toString() {
            return name;
        }

        /** The call as a bot sends it. */
        String body(Map<String, String> known) {
            return Json.write(expanded(payload, known));
        }
    }

    static List<Case> read(String file) {
        try (InputStream stream = Corpus.class.getResourceAsStream("/payloads/" + file)) {
            byte[] bytes = Objects.requireNonNull(stream, file).readAllBytes();
            JsonNode cases =
                    Json.read(new String(bytes, StandardCharsets.UTF_8)).orElseThrow();
            return Json.items(cases).stream().map(Corpus::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(JsonNode json) {
        return new Case(
                json.path("name").asText(),
                json.path("method").asText(),
                json.path("payload"),
                json.path("error").asText(""),
                json.path("pointer").asText(""),
                json.path("problem").asText(""));
    }

    private static JsonNode expanded(JsonNode json, Map<String, String> known) {
        int times = json.path("times").asInt();
        if (json.has("$repeat")) {
            return TextNode.valueOf(json.path("$repeat").asText().repeat(times));
        }
        if (json.has("$items")) {
            ArrayNode items = Json.array();
            for (int i = 0; i < times; i++) {
                items.add(expanded(json.path("$items"), known));
            }
            return items;
        }
        return parts(json, known);
    }

    private static JsonNode parts(JsonNode json, Map<String, String> known) {
        if (json.isArray()) {
            return Json.nodes(
                    Json.items(json).stream().map(item -> expanded(item, known)).toList());
        }
        if (json.isObject()) {
            ObjectNode object = Json.object();
            json.properties().forEach(field -> object.set(field.getKey(), expanded(field.getValue(), known)));
            return object;
        }
        return json.isTextual() ? TextNode.valueOf(known.getOrDefault(json.asText(), json.asText())) : json;
    }
}
