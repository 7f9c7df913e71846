package dev.muster.insight;

import dev.muster.incident.Cadence;
import dev.muster.incident.Cause;
import dev.muster.incident.Ending;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An incident as it is counted: nothing that anybody said, except the names of services.
 *
 * @param isOver whether it is resolved or closed
 * @param closedAt when it was closed, while it is
 * @param published when its post-mortem was published
 */
public record Case(
        IncidentId incident,
        Severity severity,
        boolean isOver,
        Optional<Ending.Cause> ending,
        boolean drill,
        boolean isPrivate,
        Times times,
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
}
