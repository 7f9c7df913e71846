package dev.muster.desk;

import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import dev.muster.incident.Words;
import dev.muster.timeline.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Forgets what was said in incidents whose time is over: closed, not on hold, and nothing added for so long. */
public final class Retention {

    private final Map<Severity, Duration> keep;
    private final Incidents incidents;
    private final Timelines timelines;
    private final Custody custody;
    private final InstantSource clock;

    /** @param keep for how long; for ever where a severity is not in it */
    public Retention(
            Map<Severity, Duration> keep,
            Incidents incidents,
            Timelines timelines,
            Custody custody,
            InstantSource clock) {
        this.keep = Map.copyOf(keep);
        this.incidents = incidents;
        this.timelines = timelines;
        this.custody = custody;
        this.clock = clock;
    }

    /** Forgets what it is time for; of how many incidents that was. */
    public long sweep() {
        return keep.isEmpty()
                ? 0
                : incidents.ids().stream()
                        .filter(this::isOver)
                        .filter(this::forgets)
                        .count();
    }

    private boolean isOver(IncidentId id) {
        Incident incident = incidents.get(id);
        Optional<Duration> time = Optional.ofNullable(keep.get(incident.severity()));
        return incident.stage() == Stage.CLOSED
                && !incident.facts().held()
                && time.filter(longest -> lastWord(id).plus(longest).isBefore(clock.instant()))
                        .isPresent();
    }

    private Instant lastWord(IncidentId id) {
        long last = timelines.head(id).length();
        return timelines.find(id, last).map(Row::recordedAt).orElse(clock.instant());
    }

    private boolean forgets(IncidentId id) {
        Duration time = keep.getOrDefault(incidents.get(id).severity(), Duration.ZERO);
        String reason =
                "timelines of this severity are kept for %s after the incident is closed".formatted(Words.of(time));
        return !custody.forget(id, reason).all().isEmpty();
    }
}
