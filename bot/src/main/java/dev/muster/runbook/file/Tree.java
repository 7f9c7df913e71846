package dev.muster.runbook.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.config.shape.Fields;
import dev.muster.config.shape.Values;
import dev.muster.incident.Severity;
import dev.muster.runbook.Care;
import dev.muster.runbook.Occasion;
import dev.muster.runbook.Parameter;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import dev.muster.runbook.Upkeep;
import dev.muster.runbook.file.Written.Silence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
                Values.text(metadata, "id"),
                version,
                Values.text(metadata, "title"),
                Values.texts(metadata, "owners"),
                Values.texts(metadata, "tags"),
                Values.each(root.path("steps"), Tree::step),
                upkeep(metadata),
                Values.each(root.path("when"), Tree::occasion),
                parameters(root.path("parameters")));
    }

    List<Silence> silences() {
        return Values.each(
                root.path("lint"),
                node -> new Silence(
                        Values.text(node, "rule"), Values.text(node, "because"), Values.optional(node, "step")));
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
                Values.text(node, "id"),
                Values.text(node, "title"),
                new ActionTree(node).action(),
                node.path("text").asText(""),
                Values.optional(node, "expect"),
                Values.optional(node, "why"),
                Values.optional(node, "role"),
                care(node),
                Values.optional(node, "next"));
    }

    private static Care care(JsonNode node) {
        return new Care(
                Values.optional(node, "time_limit").map(Values::lasting),
                Care.Failure.valueOf(node.path("on_failure").asText("ask").toUpperCase(Locale.ROOT)),
                Values.optional(node, "roll_back"),
                Values.optional(node, "remind_after").map(Values::lasting));
    }

    private static Upkeep upkeep(JsonNode node) {
        return new Upkeep(
                Values.texts(node, "contacts"),
                Values.optional(node, "reviewed").map(LocalDate::parse),
                Values.optional(node, "review_every").map(Values::lasting));
    }

    private static Occasion occasion(JsonNode node) {
        return new Occasion(
                Values.texts(node, "severity").stream()
                        .map(name -> Severity.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                Set.copyOf(Values.texts(node, "service")),
                Values.named(node, "alert"),
                Values.texts(node, "words"));
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
                Values.optional(node, "pattern"),
                Values.texts(node, "choices"),
                Values.optional(node, "default"),
                Values.optional(node, "about"));
    }
}
