package dev.muster.runbook.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.incident.Severity;
import dev.muster.incident.Words;
import dev.muster.runbook.Care;
import dev.muster.runbook.Occasion;
import dev.muster.runbook.Parameter;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import dev.muster.runbook.Upkeep;
import dev.muster.runbook.file.Written.Silence;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A tree of values that has the shape of a runbook, as the runbook that it is. */
final class Tree {

    private final JsonNode root;

    Tree(JsonNode root) {
        this.root = root;
    }

    Runbook book(String version) {
        JsonNode metadata = root.path("metadata");
        return new Runbook(
                text(metadata, "id"),
                version,
                text(metadata, "title"),
                texts(metadata, "owners"),
                texts(metadata, "tags"),
                each(root.path("steps"), Tree::step),
                upkeep(metadata),
                each(root.path("when"), Tree::occasion),
                parameters(root.path("parameters")));
    }

    List<Silence> silences() {
        return each(
                root.path("lint"),
                node -> new Silence(text(node, "rule"), text(node, "because"), optional(node, "step")));
    }

    /** Every single value by its JSON pointer, in the order of the file. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        gather(root, "", values);
        return values;
    }

    private static void gather(JsonNode node, String pointer, Map<String, String> values) {
        if (node.isValueNode()) {
            values.put(pointer, node.asText());
        }
        node.properties().forEach(field -> gather(field.getValue(), Fields.below(pointer, field.getKey()), values));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            gather(node.get(index), pointer + "/" + index, values);
        }
    }

    private static Step step(JsonNode node) {
        return new Step(
                text(node, "id"),
                text(node, "title"),
                new ActionTree(node).action(),
                node.path("text").asText(""),
                optional(node, "expect"),
                optional(node, "why"),
                optional(node, "role"),
                care(node),
                optional(node, "next"));
    }

    private static Care care(JsonNode node) {
        return new Care(
                optional(node, "time_limit").map(Tree::lasting),
                Care.Failure.valueOf(node.path("on_failure").asText("ask").toUpperCase(Locale.ROOT)),
                optional(node, "roll_back"),
                optional(node, "remind_after").map(Tree::lasting));
    }

    private static Upkeep upkeep(JsonNode node) {
        return new Upkeep(
                texts(node, "contacts"),
                optional(node, "reviewed").map(LocalDate::parse),
                optional(node, "review_every").map(Tree::lasting));
    }

    private static Occasion occasion(JsonNode node) {
        return new Occasion(
                texts(node, "severity").stream()
                        .map(name -> Severity.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                Set.copyOf(texts(node, "service")),
                named(node, "alert"),
                texts(node, "words"));
    }

    private static List<Parameter> parameters(JsonNode nodes) {
        List<Parameter> parameters = new ArrayList<>();
        nodes.properties().forEach(property -> parameters.add(parameter(property.getKey(), property.getValue())));
        return parameters;
    }

    private static Parameter parameter(String name, JsonNode node) {
        return new Parameter(
                name,
                Parameter.Type.valueOf(node.path("type").asText("text").toUpperCase(Locale.ROOT)),
                optional(node, "pattern"),
                texts(node, "choices"),
                optional(node, "default"),
                optional(node, "about"));
    }

    static String text(JsonNode node, String name) {
        return node.path(name).asText("").strip();
    }

    static Optional<String> optional(JsonNode node, String name) {
        return Optional.of(text(node, name)).filter(text -> !text.isEmpty());
    }

    static List<String> texts(JsonNode node, String name) {
        return each(node.path(name), text -> text.asText().strip());
    }

    static Map<String, String> named(JsonNode node, String name) {
        Map<String, String> named = new LinkedHashMap<>();
        node.path(name)
                .properties()
                .forEach(property ->
                        named.put(property.getKey(), property.getValue().asText()));
        return named;
    }

    static <T> List<T> each(JsonNode nodes, Function<JsonNode, T> make) {
        List<T> list = new ArrayList<>();
        nodes.forEach(node -> list.add(make.apply(node)));
        return list;
    }

    static Duration lasting(String text) {
        return Words.duration(text).orElseThrow();
    }
}
