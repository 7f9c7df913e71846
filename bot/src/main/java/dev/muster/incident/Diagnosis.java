package dev.muster.incident;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why it happened, as far as people have found out: causes from the list, and words of their own. Each once. */
public record Diagnosis(List<Cause> causes, List<Tag> tags) {

    public static final Diagnosis NONE = new Diagnosis(List.of(), List.of());

    public Diagnosis {
        causes = causes.stream().distinct().sorted().toList();
        tags = tags.stream().distinct().toList();
    }

    /** In one line, e.g. {@code disk-space, missing-alert; tags: logs}; empty if nothing is known. */
    public String inWords() {
        String tagged = tags.isEmpty() ? "" : "tags: " + joined(tags.stream());
        return Stream.of(joined(causes.stream()), tagged)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String joined(Stream<?> words) {
        return words.map(Object::toString).collect(Collectors.joining(", "));
    }
}
