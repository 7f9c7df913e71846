package dev.muster.rehearse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that starts at the present, runs some times as fast as others do, and stops where it is told to. */
public final class HeldClock implements InstantSource {

    private final double speed;
    private Instant from = Instant.now();
    private long fromNanos = System.nanoTime();
    private Instant until = from;

    public HeldClock(double speed) {
        this.speed = speed;
    }

    /** Goes on from where it stands, and no further than that. */
    public synchronized void run(Instant to) {
        from = instant();
        fromNanos = System.nanoTime();
        until = to;
    }

    @Override
    public synchronized Instant instant() {
        Instant now = from.plus(Duration.ofNanos((long) ((System.nanoTime() - fromNanos) * speed)));
        return now.isBefore(until) ? now : until;
    }
}
