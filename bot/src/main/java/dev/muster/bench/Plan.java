package dev.muster.bench;

import java.time.Duration;
import java.util.Set;

/**
 * What to measure, and for how long.
 *
 * @param warmUp before anything is measured, for each that is measured
 * @param round how long one round of load takes
 * @param rounds how many there are; medians are told
 * @param events how many are read back by the reducer
 * @param rows how many stand in the file that is searched
 * @param history how many messages are caught up with
 */
public record Plan(Set<Part> parts, Duration warmUp, Duration round, int rounds, int events, int rows, int history) {

    /** What can be measured by itself. */
    public enum Part {
        INGEST,
        STEADY,
        REDUCER,
        ROWS,
        CATCHUP,
        RUNBOOKS,
        PAST
    }

    /** The figures that can be compared. */
    public static Plan full(Set<Part> parts, int rows) {
        return new Plan(parts, Duration.ofSeconds(12), Duration.ofSeconds(3), 5, 60_000, rows, 10_000);
    }

    /** Whether everything runs; its figures say nothing. */
    public static Plan quick(Set<Part> parts) {
        return new Plan(parts, Duration.ofMillis(300), Duration.ofMillis(200), 1, 600, 3_000, 600);
    }

    /** How long a steady stream is kept up that a full measurement would keep up for so many seconds. */
    Duration stream(int seconds) {
        return isQuick() ? round.multipliedBy(2) : Duration.ofSeconds(seconds);
    }

    boolean isQuick() {
        return rounds == 1;
    }
}
