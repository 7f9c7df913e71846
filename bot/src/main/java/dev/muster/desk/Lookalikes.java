package dev.muster.desk;

import dev.muster.incident.Incident;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Incidents that may be the same thing under another title: at least half of their words are. */
public final class Lookalikes {

    /** They stand in any title, and say nothing about what is wrong. */
    private static final Set<String> COMMON = Set.of(
            "a", "an", "and", "are", "at", "for", "from", "in", "is", "of", "on", "the", "to", "with", "not", "no");

    private Lookalikes() {}

    /** Those of the candidates that look like the title, in their order. */
    public static List<Incident> of(String title, Collection<Incident> candidates) {
        Set<String> wanted = words(title);
        return candidates.stream()
                .filter(incident -> isAlike(wanted, words(incident.title())))
                .toList();
    }

    private static boolean isAlike(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return !both.isEmpty() && 3 * both.size() >= one.size() + other.size();
    }

    private static Set<String> words(String title) {
        return Arrays.stream(title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !COMMON.contains(word))
                .collect(Collectors.toSet());
    }
}
