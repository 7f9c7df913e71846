package dev.muster.runbook;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a runbook is kept true.
 *
 * @param contacts whom to call when it does not help
 * @param reviewed when somebody last went through it
 * @param reviewEvery how often somebody should
 */
public record Upkeep(List<String> contacts, Optional<LocalDate> reviewed, Optional<Duration> reviewEvery) {

    /** Nothing is known. */
    public static final Upkeep UNKNOWN = new Upkeep(List.of(), Optional.empty(), Optional.empty());

    public Upkeep {
        contacts = List.copyOf(contacts);
    }

    /** The last day on which it counts as reviewed. */
    public Optional<LocalDate> reviewDue() {
        return reviewed.flatMap(day -> reviewEvery.map(every -> day.plusDays(every.toDays())));
    }
}
