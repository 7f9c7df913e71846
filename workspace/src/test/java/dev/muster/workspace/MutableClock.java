package dev.muster.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that passes when told. */
final class MutableClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-20T09:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
