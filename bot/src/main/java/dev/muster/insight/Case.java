package dev.muster.insight;

import dev.muster.incident.Cadence;
import dev.muster.incident.Cause;
import dev.muster.incident.Ending;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Milestone;
import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import dev.muster.review.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An incident as it is counted: nothing that anybody said, except the names of services.
 *
 * @param closedAt when it was closed, while it is
 * @param published when its post-mortem was published
 */
public record Case(
        IncidentId incident,
        Severity severity,
        Stage stage,
        Optional<Ending.Cause> ending,
        boolean drill,
        boolean isPrivate,
        Map<Milestone, Instant> times,
        Instant declaredAt,
        Optional<Instant> closedAt,
        List<String> services,
        List<Cause> causes,
        Cadence cadence,
        Items items,
        Optional<Instant> published) {

    /** Its action items, by how far they have come. */
    public record Items(int open, int done, int verified, int dropped) {

        public static final Items NONE = new Items(0, 0, 0, 0);

        public Items and(Items other) {
            return new Items(open + other.open, done + other.done, verified + other.verified, dropped + other.dropped);
        }

        public int all() {
            return open + done + verified + dropped;
        }
    }

    /** Whether it was one: no drill, no false alarm, and not the same as another. */
    public boolean isReal() {
        return !drill && ending.isEmpty();
    }

    /** Nothing where either end is not known, or where they are in the wrong order. */
    public Optional<Duration> took(Span span) {
        Instant from = times.get(span.from());
        Instant to = times.get(span.to());
        return from == null || to == null || to.isBefore(from)
                ? Optional.empty()
                : Optional.of(Duration.between(from, to));
    }
}
