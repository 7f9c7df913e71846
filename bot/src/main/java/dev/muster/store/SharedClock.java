package dev.muster.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of a server that several processes share, so that they agree who holds what, and until when. Between two looks
 * it goes by the time that has passed, not by this machine's clock, which may be wrong, or be set while the bot runs. Safe
 * for many threads.
 */
final class SharedClock implements InstantSource {

    private static final Logger log = LoggerFactory.getLogger(SharedClock.class);

    /** When this machine's clock and the time that has passed differ by so much, one of them has stood still or jumped. */
    private static final Duration DOUBT = Duration.ofSeconds(2);

    private final Supplier<Instant> server;
    private final InstantSource wall;
    private final LongSupplier nanos;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Look last;

    /** An answer that took longer says too little of when the server gave it; what was known before says more. */
    private static final Duration BLUR = Duration.ofSeconds(1);

    /**
     * What the three clocks said at one moment.
     *
     * @param blur how long after it the answer came, at most
     */
    private record Look(Instant server, Instant wall, long nanos, Duration blur) {
        boolean isSharp() {
            return blur.compareTo(BLUR) < 0;
        }
    }

    /**
     * Looks at the server's clock for the first time.
     *
     * @param server its time now; may throw
     * @param wall this machine's clock
     * @param nanos the time that has passed since any moment, in nanoseconds; it may stand still while the machine sleeps
     */
    SharedClock(Supplier<Instant> server, InstantSource wall, LongSupplier nanos) {
        this.server = server;
        this.wall = wall;
        this.nanos = nanos;
        this.last = taken();
    }

    @Override
    public Instant instant() {
        Duration here = Duration.between(last.wall, wall.instant());
        if (here.minus(passed(last)).abs().compareTo(DOUBT) > 0) {
            look();
        }
        Look known = last;
        return known.server.plus(passed(known));
    }

    /** Looks again, unless somebody else is looking. While the server does not answer, time passes on. */
    void look() {
        if (looking.tryLock()) {
            try {
                Look look = taken();
                last = look.isSharp() ? look : last;
            } catch (RuntimeException e) {
                log.warn(
                        "the database did not say what time it is; it is reckoned from when it did: {}",
                        e.getMessage());
            } finally {
                looking.unlock();
            }
        }
    }

    private Duration passed(Look since) {
        return Duration.ofNanos(nanos.getAsLong() - since.nanos);
    }

    /** The server said it at some moment between the question and the answer. */
    private Look taken() {
        long before = nanos.getAsLong();
        Instant there = server.get();
        long half = (nanos.getAsLong() - before) / 2;
        return new Look(there, wall.instant(), before + half, Duration.ofNanos(half));
    }
}
