package dev.muster.command;

import dev.muster.incident.Refusal;
import dev.muster.runbook.Parameter;
import dev.muster.runbook.Runbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Asks for the parameters of a runbook: by a form whose questions carry what it is about in their names, or as words like
 * {@code host=web-1}.
 *
 * @param about what the answers are for, as words
 */
record ValueForm(String about) {

    private static final char BREAK = '/';
    private static final Pattern VALUE = Pattern.compile("([a-z][a-z0-9_]{0,40})=(?:\"([^\"]*)\"|(\\S+))(?:\\s+|$)");

    /** What a form asked for was answered for; empty if there is no such form. */
    static Optional<ValueForm> answered(Map<String, String> answers) {
        return answers.keySet().stream()
                .filter(name -> name.indexOf(BREAK) > 0)
                .map(name -> new ValueForm(name.substring(0, name.lastIndexOf(BREAK))))
                .findFirst();
    }

    Form form(Request request, Runbook book, Map<String, String> known) {
        List<Field> fields = book.parameters().stream().map(this::field).toList();
        Map<String, String> filled = new HashMap<>();
        for (Parameter parameter : book.parameters()) {
            Optional.ofNullable(known.get(parameter.name()))
                    .or(parameter::fallback)
                    .ifPresent(value -> filled.put(about + BREAK + parameter.name(), value));
        }
        return new Form(
                "runbook",
                "What it is told",
                "Go on",
                Optional.of(request.id()),
                request.said().channel(),
                fields,
                filled);
    }

    private Field field(Parameter parameter) {
        String name = about + BREAK + parameter.name();
        String hint = parameter.about().map(String::strip).orElseGet(parameter::wanted);
        Field field = parameter.choices().isEmpty()
                ? Field.line(name, parameter.name(), cut(hint))
                : Field.choice(name, parameter.name(), parameter.choices());
        return parameter.fallback().isPresent() ? field : field.needed();
    }

    /** Slack takes no longer hint. */
    private static String cut(String hint) {
        return hint.length() > 150 ? hint.substring(0, 149) + "…" : hint;
    }

    Map<String, String> values(Map<String, String> answers) {
        Map<String, String> values = new TreeMap<>();
        String prefix = about + BREAK;
        answers.forEach((name, answer) -> {
            if (name.startsWith(prefix) && !answer.isBlank()) {
                values.put(name.substring(prefix.length()), answer.strip());
            }
        });
        return values;
    }

    /** Typed values. @throws Refusal if there is anything else among them */
    static Map<String, String> typed(String words) {
        Map<String, String> values = new TreeMap<>();
        VALUE.matcher(words).results().forEach(found -> values.put(found.group(1), value(found)));
        String rest = VALUE.matcher(words).replaceAll("").strip();
        if (!rest.isEmpty()) {
            throw new Refusal(
                    "`%s` is no value. Write NAME=VALUE, with quotes around what has blanks. Nothing was changed."
                            .formatted(rest.replace("`", "'")));
        }
        return values;
    }

    private static String value(MatchResult found) {
        return Optional.ofNullable(found.group(2)).orElseGet(() -> found.group(3));
    }
}
