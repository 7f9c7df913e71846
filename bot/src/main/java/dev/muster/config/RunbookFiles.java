package dev.muster.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.incident.Guess;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a folder of runbooks. One that has a mistake is left out and named; the others are in service. */
public final class RunbookFiles {

    private static final Set<String> TOP = Set.of("apiVersion", "kind", "metadata", "steps");
    private static final Set<String> METADATA = Set.of("id", "title", "owners", "tags");
    private static final Set<String> STEP = Set.of("id", "title", "kind", "text", "expect", "why", "role");

    private RunbookFiles() {}

    /** What a folder holds. */
    public record Shelf(List<Runbook> runbooks, List<String> mistakes) {}

    /** Reads every {@code .yaml} file of the folder, in the order of their names; no folder is an empty shelf. */
    public static Shelf read(Path folder) {
        List<Runbook> runbooks = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                Runbook book = read(file.toString(), Files.readString(file));
                requireNew(file, book, runbooks);
                runbooks.add(book);
            } catch (Mistake mistake) {
                mistakes.add(mistake.getMessage());
            } catch (IOException e) {
                mistakes.add(file + ": cannot be read (" + e.getClass().getSimpleName() + ").");
            }
        }
        return new Shelf(List.copyOf(runbooks), List.copyOf(mistakes));
    }

    /** Reads one runbook. @throws Mistake for the first thing that is wrong */
    static Runbook read(String name, String text) {
        YamlFile file = new YamlFile(name, text);
        requireKnown(file, "", file.root(), TOP);
        JsonNode metadata = file.root().path("metadata");
        requireKnown(file, "/metadata", metadata, METADATA);
        List<Step> steps = new ArrayList<>();
        JsonNode list = file.root().path("steps");
        if (list.isObject()) {
            throw file.mistake("/steps", "\"steps\" takes a list here: each step begins with a hyphen.");
        }
        for (int index = 0; index < list.size(); index++) {
            steps.add(step(file, "/steps/" + index, list.get(index), steps));
        }
        if (steps.isEmpty()) {
            throw file.mistake("/steps", "a runbook needs at least one step under \"steps\".");
        }
        return new Runbook(
                id(file, "/metadata", metadata),
                version(text),
                required(file, "/metadata", metadata, "title"),
                texts(metadata.path("owners")),
                texts(metadata.path("tags")),
                steps);
    }

    private static Step step(YamlFile file, String pointer, JsonNode node, List<Step> before) {
        requireKnown(file, pointer, node, STEP);
        String id = id(file, pointer, node);
        if (before.stream().anyMatch(step -> step.id().equals(id))) {
            throw file.mistake(pointer + "/id", "the step id \"" + id + "\" is used twice.");
        }
        return new Step(
                id,
                required(file, pointer, node, "title"),
                kind(file, pointer, node),
                node.path("text").asText(""),
                optional(node, "expect"),
                optional(node, "why"),
                optional(node, "role"));
    }

    private static Step.Kind kind(YamlFile file, String pointer, JsonNode node) {
        String kind = node.path("kind").asText("manual");
        try {
            return Step.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            String guess = Guess.sentence(kind, List.of("manual", "check"));
            throw file.mistake(pointer + "/kind", "there is no kind of step \"" + kind + "\"." + guess);
        }
    }

    private static String id(YamlFile file, String pointer, JsonNode node) {
        String id = required(file, pointer, node, "id");
        if (!id.matches("[a-z0-9][a-z0-9-]{0,60}")) {
            throw file.mistake(
                    pointer + "/id", "the id \"" + id + "\" may have lower-case letters, digits and hyphens.");
        }
        return id;
    }

    private static String required(YamlFile file, String pointer, JsonNode node, String name) {
        return optional(node, name).orElseThrow(() -> file.mistake(pointer, "\"" + name + "\" is missing here."));
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return Optional.of(node.path(name).asText("").strip()).filter(text -> !text.isEmpty());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static void requireKnown(YamlFile file, String pointer, JsonNode node, Set<String> known) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        names.removeAll(known);
        for (String name : names) {
            throw file.mistake(
                    pointer + "/" + name, "there is no key \"" + name + "\" here." + Guess.sentence(name, known));
        }
    }

    private static void requireNew(Path file, Runbook book, List<Runbook> before) {
        if (before.stream().anyMatch(other -> other.id().equals(book.id()))) {
            throw new Mistake(file.toString(), "the runbook id \"" + book.id() + "\" is used by another file, too.");
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
