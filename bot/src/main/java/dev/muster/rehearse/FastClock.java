package dev.muster.rehearse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that starts at the present and runs some times as fast as others do. */
public final class FastClock implements InstantSource {

    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();
    private final double speed;

    public FastClock(double speed) {
        if (!(speed > 0) || speed > 1000) {
            throw new IllegalArgumentException("speed: " + speed + " (expected: more than 0, at most 1000)");
        }
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.ofNanos((long) ((System.nanoTime() - startNanos) * speed)));
    }
}
