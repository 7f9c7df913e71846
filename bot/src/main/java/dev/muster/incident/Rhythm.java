package dev.muster.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The status updates: the last one given, and when the next is owed.
 *
 * @param due empty while none is owed: before the channel is open, and once the incident is resolved
 * @param cadence how well it was kept until now
 */
public record Rhythm(Optional<StatusUpdate> latest, Optional<Instant> due, Cadence cadence) {

    /** What two people mean by the same, who press the same one after the other. */
    private static final Duration ABOUT = Duration.ofSeconds(5);

    static final Rhythm SILENT = new Rhythm(Optional.empty(), Optional.empty(), Cadence.NONE);

    Rhythm owing(Instant next) {
        return new Rhythm(latest, Optional.of(next), cadence);
    }

    Rhythm owingNothing() {
        return new Rhythm(latest, Optional.empty(), cadence);
    }

    /** The same once the incident is over, with what had fallen due by then. */
    Rhythm ended(Instant over, Duration every) {
        return new Rhythm(latest, Optional.empty(), cadence.ended(missed(over, every)));
    }

    /** With an update, which was owed if one was, every so often. */
    Rhythm after(StatusUpdate update, Duration every) {
        Cadence kept =
                due.map(owed -> cadence.given(missed(update.at(), every))).orElse(cadence);
        return new Rhythm(Optional.of(update), due, kept);
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
