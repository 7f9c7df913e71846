package dev.muster.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.incident.Guess;
import dev.muster.incident.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The shipped settings with a person's file laid over them, and the environment over both. */
final class SettingsTree {

    /** The variables that have a name of their own. */
    private static final Map<String, String> OWN_NAMES = Map.ofEntries(
            Map.entry("slack.bot-token", "SLACK_BOT_TOKEN"),
            Map.entry("slack.signing-secret", "SLACK_SIGNING_SECRET"),
            Map.entry("slack.app-token", "SLACK_APP_TOKEN"),
            Map.entry("slack.api-url", "SLACK_API_URL"),
            Map.entry("database.url", "DATABASE_URL"),
            Map.entry("database.user", "DATABASE_USER"),
            Map.entry("database.password", "DATABASE_PASSWORD"),
            Map.entry("server.port", "PORT"),
            Map.entry("server.host", "HOST"),
            Map.entry("server.base-url", "MUSTER_BASE_URL"),
            Map.entry("runbooks", "MUSTER_RUNBOOKS"),
            Map.entry("scenarios", "MUSTER_SCENARIOS"));

    /** Settings with names of people's own choosing below them, each with settings of its own; by their pointers. */
    private static final Set<String> FREE =
            Set.of("/services", "/outside", "/execution/commands", "/execution/test/commands");

    private final ObjectNode merged;
    private final Map<String, String> environment;
    private final Optional<YamlFile> file;

    SettingsTree(YamlFile shipped, Optional<YamlFile> file, Map<String, String> environment) {
        this.merged = shipped.root().deepCopy();
        this.environment = environment;
        this.file = file;
        file.filter(present -> !present.root().isEmpty() || present.root().isValueNode())
                .filter(present -> !present.root().isNull())
                .ifPresent(this::lay);
    }

    private void lay(YamlFile over) {
        if (!over.root().isObject()) {
            throw over.mistake("", "this file must hold settings, each as `name: value`.");
        }
        overlay(merged, over.root(), "", over);
    }

    /** The value at a dotted path, wherever it was said last. */
    String text(String path) {
        return fromFile(path, variable(path).orElseGet(() -> node(path).asText()));
    }

    /** The list at a dotted path; in a variable its parts are separated by commas. */
    List<String> list(String path) {
        List<String> parts = new ArrayList<>();
        Optional<String> variable = variable(path);
        if (variable.isPresent()) {
            parts.addAll(List.of(variable.get().split("\\s*,\\s*")));
            parts.removeIf(String::isBlank);
        } else {
            node(path).forEach(part -> parts.add(part.asText()));
        }
        return parts;
    }

    /** The length of time at a dotted path. @throws Mistake if it is none, or nothing */
    Duration duration(String path) {
        return duration(path, text(path));
    }

    /** The length of time that a text of the list at a dotted path says. @throws Mistake if it is none, or nothing */
    Duration duration(String path, String text) {
        return Words.duration(text)
                .filter(duration -> !duration.isZero())
                .orElseThrow(() -> mistake(path, "\"" + text + "\" is no duration. Write 45s, 30m, 2h, 3d or PT30M."));
    }

    /** The day of the week that a text at a dotted path says, e.g. {@code mon}. @throws Mistake if it is none */
    DayOfWeek day(String path, String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> text.length() >= 3 && day.name().startsWith(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> mistake(path, "\"" + text + "\" is no day. Write mon, tue, wed, thu, fri, sat, sun."));
    }

    /** The time of day at a dotted path. @throws Mistake if it is none */
    LocalTime time(String path) {
        return parse(path, LocalTime::parse, "a time of day, e.g. \"09:00\"");
    }

    /**
     * The value at a dotted path, read.
     *
     * @param wanted what it should have been, for whoever wrote something else
     * @throws Mistake if the parser throws
     */
    <T> T parse(String path, Function<String, T> parser, String wanted) {
        String text = text(path);
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw mistake(path, "\"" + text + "\" is not " + wanted + ".");
        }
    }

    /** The names of the settings below a dotted path. */
    Set<String> names(String path) {
        return node(path) instanceof ObjectNode settings ? names(settings) : Set.of();
    }

    Mistake mistake(String path, String what) {
        if (variable(path).isPresent()) {
            return new Mistake("environment variable " + variableName(path), what);
        }
        return file.map(present -> present.mistake("/" + path.replace('.', '/'), path + ": " + what))
                .orElseGet(() -> new Mistake(path, what));
    }

    private static void overlay(ObjectNode onto, JsonNode over, String path, YamlFile file) {
        over.properties().forEach(property -> {
            String name = property.getKey();
            JsonNode known = onto.get(name);
            JsonNode value = property.getValue();
            String pointer = path + "/" + name;
            if (known == null && FREE.contains(path)) {
                requireSettings(value, pointer, file);
                onto.set(name, value);
            } else if (known == null) {
                throw file.mistake(
                        pointer, "there is no setting \"" + name + "\"." + Guess.sentence(name, names(onto)));
            } else if (known.isObject() && value.isObject()) {
                overlay((ObjectNode) known, value, pointer, file);
            } else if (!known.isObject() && !value.isObject() && known.isArray() == value.isArray()) {
                onto.set(name, value);
            } else {
                throw file.mistake(pointer, "\"" + name + "\" takes " + wanted(known) + " here.");
            }
        });
    }

    private static void requireSettings(JsonNode value, String pointer, YamlFile file) {
        if (!value.isObject()) {
            throw file.mistake(pointer, "\"" + pointer.substring(1) + "\" takes settings below it here.");
        }
    }

    private static String wanted(JsonNode known) {
        return known.isObject() ? "settings below it" : known.isArray() ? "a list" : "a single value";
    }

    private static TreeSet<String> names(ObjectNode node) {
        TreeSet<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private Optional<String> variable(String path) {
        return Optional.ofNullable(environment.get(variableName(path))).filter(value -> !value.isBlank());
    }

    private static String variableName(String path) {
        return OWN_NAMES.getOrDefault(
                path, "MUSTER_" + path.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
    }

    private JsonNode node(String path) {
        return merged.at("/" + path.replace('.', '/'));
    }

    private String fromFile(String path, String value) {
        if (!value.startsWith("file:")) {
            return value;
        }
        Path named = Path.of(value.substring("file:".length()));
        try {
            return Files.readString(named).strip();
        } catch (IOException e) {
            throw mistake(
                    path,
                    "cannot read the file %s: %s. Check the path, and who may read it."
                            .formatted(named, Unreadable.why(e)));
        }
    }
}
