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
    private static final Set<String> MRKDWN = Set.of("type", "text", "verbatim");
    private static final Set<String> PLAIN = Set.of("type", "text", "emoji");
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
        find(field)
                .filter(part -> !values.contains(part.json.asText()))
                .ifPresent(part -> part.problem("", "must be one of: " + String.join(", ", new TreeSet<>(values))));
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
        find(field).ifPresent(part -> part.text(most, false));
    }

    void text(String field, int most) {
        find(field).ifPresent(part -> part.text(most, true));
    }

    /** This place itself holds a text object. */
    void text(int most, boolean mrkdwn) {
        boolean marked = mrkdwn && is("type", "mrkdwn");
        if (!marked && !is("type", "plain_text")) {
            problem("", mrkdwn ? "must be a mrkdwn or plain_text object" : "must be a plain_text object");
            return;
        }
        requiredString("text", most);
        json.fieldNames().forEachRemaining(name -> {
            if (!(marked ? MRKDWN : PLAIN).contains(name)) {
                problem("", "invalid additional property: " + name);
            }
        });
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
