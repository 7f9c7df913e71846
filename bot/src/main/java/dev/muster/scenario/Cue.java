package dev.muster.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When something happens.
 *
 * @param when all of this must be so; nothing means from the start
 * @param after how long it must have been so
 * @param again how long after that it happens once more, while it is still so
 * @param times how often at most
 */
public record Cue(List<Condition> when, Duration after, Optional<Duration> again, int times) {

    public Cue {
        when = List.copyOf(when);
    }
}
