package dev.muster.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * So many in so long for each place, with a burst at the start (the generic cell rate algorithm, ITU-T I.371). A clock
 * that is set back is no reason to wait for what it said before. Safe for many threads.
 */
final class Pace {

    private final Map<String, Instant> busyUntil = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Takes one place; if there is none, takes nothing.
     *
     * @param step how long one takes
     * @param burst how many may come at once after a pause
     * @return how long to wait for a place; nothing or less if one was taken
     */
    Duration take(String where, Duration step, int burst) {
        Instant now = clock.instant();
        Duration most = step.multipliedBy(burst - 1L);
        Instant[] from = new Instant[1];
        busyUntil.compute(where, (same, before) -> {
            from[0] = start(before, now, most.plus(step));
            return from[0].isAfter(now.plus(most)) ? before : from[0].plus(step);
        });
        return Duration.between(now.plus(most), from[0]);
    }

    private static Instant start(@Nullable Instant before, Instant now, Duration furthest) {
        return before == null || before.isBefore(now) || before.isAfter(now.plus(furthest)) ? now : before;
    }
}
