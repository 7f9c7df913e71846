package dev.muster.workspace.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A place in the JSON under check, with the questions that can be asked there. */
final class Part {
    private static final Pattern URL = Pattern.compile("(https?|slack|mailto|tel):\\S+");
    private final JsonNode json;
    private final String pointer;
    private final Report report;
    private final Set<String> known = new HashSet<>();

    Part(JsonNode json, String pointer, Report report) {
        this.json = json;
        this.pointer = pointer;
        this.report = report;
    }

    JsonNode json() {
        return json;
    }

    String type() {
        return json.path("type").asText("");
    }

    boolean is(String field, String value) {
        return json.path(field).asText("").equals(value);
    }

    boolean has(String field) {
        return json.has(field);
    }

    void problem(String field, String problem) {
        report.add(problem, field.isEmpty() ? pointer : pointer + "/" + field);
    }

    Part at(String field) {
        return new Part(json.path(field), pointer + "/" + field, report);
    }

    Optional<Part> find(String field) {
        return has(field) ? Optional.of(at(field)) : Optional.empty();
    }

    Optional<Part> required(String field) {
        if (!has(field)) {
            problem("", "missing required field: " + field);
        }
        return find(field);
    }

    /** Whatever else is there does not belong there. */
    void may(String... fields) {
        known.add("type");
        known.addAll(List.of(fields));
    }

    void mayOnly(String... fields) {
        may(fields);
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                problem("", "invalid additional property: " + name);
            }
        }
    }

    void string(String field, int least, int most) {
        find(field).ifPresent(part -> part.length(least, most));
    }

    void requiredString(String field, int most) {
        required(field).ifPresent(part -> part.length(1, most));
    }

    private void length(int least, int most) {
        if (!json.isTextual()) {
            problem("", "must provide a string");
            return;
        }
        if (json.asText().length() < least) {
            problem("", "must be more than " + (least - 1) + " characters");
        }
        if (json.asText().length() > most) {
            problem("", "must be less than " + (most + 1) + " characters");
        }
    }

    void matches(String field, Pattern form) {
        find(field)
                .filter(part -> !form.matcher(part.json.asText()).matches())
                .ifPresent(part -> part.problem("", "invalid format"));
    }

    void oneOf(String field, Set<String> values) {
        find(field).ifPresent(part -> part.value(values));
    }

    /** This place itself holds one of these. */
    void value(Set<String> values) {
        if (!values.contains(json.asText())) {
            problem("", "must be one of: " + String.join(", ", new TreeSet<>(values)));
        }
    }

    void number(String field, int least, int most) {
        find(field)
                .filter(part -> !part.json.isInt() || part.json.asInt() < least || part.json.asInt() > most)
                .ifPresent(part -> part.problem("", "must be a number from " + least + " to " + most));
    }

    void bool(String field) {
        find(field)
                .filter(part -> !part.json.isBoolean())
                .ifPresent(part -> part.problem("", "must provide a boolean"));
    }

    void plain(String field, int most) {
        find(field).ifPresent(part -> TextRules.plain(part, most));
    }

    void text(String field, int most) {
        find(field).ifPresent(part -> TextRules.any(part, most));
    }

    /** An address of the web. */
    void url(String field, int most) {
        string(field, 1, most);
        find(field)
                .filter(part -> part.json.isTextual() && !part.json.asText().isEmpty())
                .filter(part -> !URL.matcher(part.json.asText()).matches())
                .ifPresent(part -> part.problem("", "invalid url"));
    }

    void strings(String field, int least, int most) {
        find(field).ifPresent(list -> list.items("", least, most).forEach(item -> item.length(1, 255)));
    }

    /** Whether it is an object; it is a problem when it is none. */
    boolean requireObject() {
        if (!json.isObject()) {
            problem("", "must provide an object");
        }
        return json.isObject();
    }

    Part reportingTo(Report other) {
        return new Part(json, pointer, other);
    }

    void addAll(Report alternatives) {
        report.addAll(alternatives, pointer);
    }

    /** The items of a list, when it is one of an allowed size. */
    List<Part> items(String field, int least, int most) {
        Part list = field.isEmpty() ? this : at(field);
        if (!list.json.isArray()) {
            list.problem("", "must provide an array");
            return List.of();
        }
        if (list.json.size() < least) {
            list.problem("", "no fewer than " + least + " items allowed");
        }
        if (list.json.size() > most) {
            list.problem("", "no more than " + most + " items allowed");
        }
        return list.children();
    }

    private List<Part> children() {
        List<Part> children = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            children.add(new Part(json.get(i), pointer + "/" + i, report));
        }
        return children;
    }
}
