package dev.muster.runbook;

import dev.muster.incident.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * When a runbook applies. What is empty does not matter; all the rest must be so.
 *
 * @param severities any of them
 * @param services any of them
 * @param labels each of an alert's labels as it is here
 * @param words any of them in the title, in any case
 */
public record Occasion(Set<Severity> severities, Set<String> services, Map<String, String> labels, List<String> words) {

    public Occasion {
        severities = Set.copyOf(severities);
        services = Set.copyOf(services);
        labels = Map.copyOf(labels);
        words = List.copyOf(words);
    }

    /** Whether all that is named here is so. */
    public boolean fits(Situation now) {
        return (severities.isEmpty() || severities.contains(now.severity()))
                && (services.isEmpty() || now.services().stream().anyMatch(services::contains))
                && now.labels().entrySet().containsAll(labels.entrySet())
                && (words.isEmpty()
                        || words.stream().anyMatch(word -> plain(now.title()).contains(plain(word))));
    }

    /** Words of letters and digits with a space around each, so that no word is found within another. */
    private static String plain(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }

    /** What is known of an incident. */
    public record Situation(Severity severity, Set<String> services, Map<String, String> labels, String title) {}
}
