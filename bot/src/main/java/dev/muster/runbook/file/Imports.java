package dev.muster.runbook.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import dev.muster.config.Mistake;
import dev.muster.config.shape.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes runbooks of other things. What was a command there is a text here: nothing that was imported runs by itself. */
public final class Imports {

    private static final ObjectMapper yaml = new ObjectMapper(YAMLFactory.builder()
            .enable(Feature.MINIMIZE_QUOTES)
            .enable(Feature.LITERAL_BLOCK_STYLE)
            .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(Feature.WRITE_DOC_START_MARKER)
            .disable(Feature.SPLIT_LINES)
            .build());

    private static final int LONGEST_ID = 50;

    private Imports() {}

    /** What is to be done, wherever it comes from. */
    record Checklist(String title, List<Item> items) {}

    /** One thing to do. */
    record Item(String title, String text) {}

    /**
     * The YAML of a runbook.
     *
     * @param name of the file: one that ends in {@code .json} is an export of Mattermost, any other Markdown
     * @param id made of the title if empty
     * @throws Mistake if there is nothing to do in it
     */
    public static String read(String name, String text, Optional<String> id) {
        Checklist list = name.endsWith(".json") ? MattermostPlaybook.read(name, text) : MarkdownChecklist.read(text);
        if (list.items().isEmpty()) {
            throw new Mistake(name, "there is nothing to do in it: no item of a list that could be a step.");
        }
        String title = list.title().isBlank() ? "Imported" : list.title();
        String yaml = write(Shape.map(
                "apiVersion",
                "muster.dev/v1",
                "kind",
                "Runbook",
                "metadata",
                Shape.map("id", id.orElseGet(() -> slug(title, new HashSet<>())), "title", line(title)),
                "steps",
                steps(list.items())));
        RunbookFile.read(name, yaml).mistakes().stream().findFirst().ifPresent(mistake -> {
            throw new Mistake(name, "makes no runbook: " + mistake.what() + " Nothing was written.");
        });
        return yaml;
    }

    private static List<Map<String, Object>> steps(List<Item> items) {
        Set<String> taken = new HashSet<>(Set.of("end"));
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Item item : items) {
            Map<String, Object> step = Shape.map("id", slug(item.title(), taken), "title", line(item.title()));
            if (!item.text().isBlank()) {
                step.put("text", item.text().strip() + "\n");
            }
            steps.add(step);
        }
        return steps;
    }

    /** An id that says what the title says, and that is not taken. */
    private static String slug(String title, Set<String> taken) {
        String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String plain = words.substring(0, Math.min(LONGEST_ID, words.length())).replaceAll("^-+|-+$", "");
        String first = plain.isEmpty() ? "step" : plain;
        String slug = first;
        for (int number = 2; !taken.add(slug); number++) {
            slug = first + "-" + number;
        }
        return slug;
    }

    private static String line(String title) {
        return title.replaceAll("\\s+", " ").strip();
    }

    private static String write(Map<String, Object> book) {
        try {
            return yaml.writeValueAsString(book);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + book, e);
        }
    }
}
