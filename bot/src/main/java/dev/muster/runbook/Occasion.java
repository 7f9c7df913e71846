package dev.muster.runbook;

import dev.muster.incident.Severity;
import java.util.ArrayList;
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

    /** What of all this made it fit, in a few words. */
    String reason(Situation now) {
        List<String> reasons = new ArrayList<>();
        severities.stream()
                .filter(now.severity()::equals)
                .map(Severity::toString)
                .forEach(reasons::add);
        services.stream().filter(now.services()::contains).sorted().forEach(reasons::add);
        labels.forEach((name, value) -> reasons.add(name + "=" + value));
        words.stream()
                .filter(word -> plain(now.title()).contains(plain(word)))
                .map(word -> "“" + word + "” in the title")
                .forEach(reasons::add);
        return reasons.isEmpty() ? "it fits any incident" : String.join(", ", reasons);
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
