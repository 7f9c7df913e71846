package dev.muster.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The status updates: the last one given, and when the next is owed.
 *
 * @param due empty while none is owed: before the channel is open, and once the incident is resolved
 */
public record Rhythm(Optional<StatusUpdate> latest, Optional<Instant> due) {

    /** What two people mean by the same, who press the same one after the other. */
    private static final Duration ABOUT = Duration.ofSeconds(5);

    static final Rhythm SILENT = new Rhythm(Optional.empty(), Optional.empty());

    Rhythm owing(Instant next) {
        return new Rhythm(latest, Optional.of(next));
    }

    Rhythm owingNothing() {
        return new Rhythm(latest, Optional.empty());
    }

    Rhythm after(StatusUpdate update) {
        return new Rhythm(Optional.of(update), due);
    }

    /** Whether one is owed then already. */
    boolean isDueAbout(Instant then) {
        return due.filter(owed -> Duration.between(owed, then).abs().compareTo(ABOUT) <= 0)
                .isPresent();
    }

    /** How many updates have fallen due by {@code now} without being given. */
    public long missed(Instant now, Duration every) {
        return due.filter(owed -> !owed.isAfter(now))
                .map(owed -> Duration.between(owed, now).dividedBy(every) + 1)
                .orElse(0L);
    }
}
