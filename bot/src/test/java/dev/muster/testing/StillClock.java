package dev.muster.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when a test says so. */
public final class StillClock implements InstantSource {

    private final Instant start;
    private final AtomicLong passed = new AtomicLong();

    public StillClock(Instant start) {
        this.start = start;
    }

    public void pass(Duration time) {
        passed.addAndGet(time.toMillis());
    }

    @Override
    public Instant instant() {
        return start.plusMillis(passed.get());
    }
}
