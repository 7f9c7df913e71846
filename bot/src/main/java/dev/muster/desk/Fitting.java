package dev.muster.desk;

import dev.muster.incident.Labels;
import dev.muster.incident.Service;
import dev.muster.runbook.Occasion.Situation;
import dev.muster.runbook.Runbook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A runbook that may help in an incident.
 *
 * @param reason by what it was found, as people wrote it
 */
public record Fitting(Runbook book, String reason) {

    /** Those that a service that is hit names, then the one that the alert links, then those whose occasion this is. */
    static List<Fitting> of(List<Runbook> books, List<Service> hit, Situation now) {
        Map<String, Fitting> found = new LinkedHashMap<>();
        for (Service service : hit) {
            books.stream()
                    .filter(book -> service.runbooks().contains(book.id()))
                    .forEach(book -> add(found, book, service.name() + " names it"));
        }
        Optional<String> linked =
                Optional.ofNullable(now.labels().get(Labels.RUNBOOK)).map(Fitting::lastWord);
        books.stream()
                .filter(book -> linked.filter(book.id()::equals).isPresent())
                .forEach(book -> add(found, book, "the alert links it"));
        books.forEach(book -> book.reason(now).ifPresent(reason -> add(found, book, reason)));
        return List.copyOf(found.values());
    }

    private static void add(Map<String, Fitting> found, Runbook book, String reason) {
        found.putIfAbsent(book.id(), new Fitting(book, reason));
    }

    /** Of {@code https://wiki.example/runbooks/connection-pool.md#first} the words {@code connection-pool}. */
    private static String lastWord(String url) {
        return url.replaceFirst("[?#].*$", "")
                .replaceFirst("/+$", "")
                .replaceFirst("^.*/", "")
                .replaceFirst("\\.[a-z]{2,5}$", "");
    }
}
