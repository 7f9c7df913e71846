package dev.muster.insight;

import dev.muster.incident.Cadence;
import dev.muster.incident.Cause;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Severity;
import dev.muster.review.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** Counts cases one by one, each once, in any order; open items after all cases. Not for several threads. */
public final class Counting {

    private final Period period;
    private final Instant now;
    private final Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
    private final Map<String, Integer> services = new HashMap<>();
    private final Map<Cause, Returns> causes = new EnumMap<>(Cause.class);
    private final Map<Severity, Map<Span, LongStream.Builder>> durations = new EnumMap<>(Severity.class);
    private final Set<IncidentId> withItems = new HashSet<>();
    private final LongStream.Builder ages = LongStream.builder();
    private Cadence cadence = Cadence.NONE;
    private Case.Items items = Case.Items.NONE;
    private int drills;
    private int ended;
    private int unexplained;
    private int overdue;

    /** @param now by which items are overdue, and so old */
    public Counting(Period period, Instant now) {
        this.period = period;
        this.now = now;
    }

    public void see(Case one) {
        if (one.isReal()) {
            count(one);
        } else if (one.drill()) {
            drills++;
        } else {
            ended++;
        }
    }

    private void count(Case one) {
        severities.merge(one.severity(), 1, Integer::sum);
        one.services().forEach(service -> services.merge(service, 1, Integer::sum));
        one.causes().forEach(cause -> causes.computeIfAbsent(cause, some -> new Returns())
                .see(one));
        unexplained += one.causes().isEmpty() ? 1 : 0;
        for (Span span : Span.values()) {
            one.times().took(span).ifPresent(took -> took(one.severity(), span, took));
        }
        cadence = cadence.and(one.cadence());
        items = items.and(one.items());
        if (one.items().open() > 0) {
            withItems.add(one.incident());
        }
    }

    private void took(Severity severity, Span span, long millis) {
        durations
                .computeIfAbsent(severity, some -> new EnumMap<>(Span.class))
                .computeIfAbsent(span, some -> LongStream.builder())
                .add(millis);
    }

    /** One of an incident that was not counted is not either. */
    public void see(OpenItem item) {
        if (withItems.contains(item.incident())) {
            overdue += item.due().isAfter(now) ? 0 : 1;
            ages.add(Math.max(0, Duration.between(item.given(), now).toMillis()));
        }
    }

    /** What it comes to. Nothing can be counted any more after this. */
    public Figures figures() {
        Map<Cause, Integer> often = new EnumMap<>(Cause.class);
        causes.forEach((cause, returns) -> often.put(cause, returns.count()));
        return new Figures(
                period,
                severities.values().stream().mapToInt(Integer::intValue).sum(),
                drills,
                ended,
                severities,
                mostFirst(services),
                mostFirst(often),
                unexplained,
                durations(),
                cadence,
                items,
                overdue,
                Durations.of(ages.build()),
                recurring());
    }

    private Map<Severity, Map<Span, Durations>> durations() {
        Map<Severity, Map<Span, Durations>> all = new EnumMap<>(Severity.class);
        durations.forEach((severity, spans) ->
                spans.forEach((span, some) -> all.computeIfAbsent(severity, each -> new EnumMap<>(Span.class))
                        .put(span, Durations.of(some.build()))));
        return all;
    }

    private List<Recurrence> recurring() {
        return causes.entrySet().stream()
                .filter(cause -> cause.getValue().count() >= Recurrence.OFTEN)
                .map(cause -> cause.getValue().of(cause.getKey()))
                .sorted(Comparator.comparing(Recurrence::count).reversed())
                .toList();
    }

    static <K extends Comparable<? super K>> Map<K, Integer> mostFirst(Map<K, Integer> counts) {
        Map<K, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<K, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(count -> sorted.put(count.getKey(), count.getValue()));
        return sorted;
    }
}
