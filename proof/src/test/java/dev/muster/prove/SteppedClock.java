package dev.muster.prove;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is set, forwards or back. */
final class SteppedClock implements InstantSource {

    private volatile Instant now;

    SteppedClock(Instant start) {
        now = start;
    }

    void set(Instant to) {
        now = to;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
