package dev.muster.insight;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

/** How long each of several things took, shortest first. There is no mean on purpose: one long night would decide it. */
public final class Durations {

    public static final Durations NONE = new Durations(new long[0]);

    /** From so many on the ninetieth of a hundred says something; of fewer it is the longest or nearly so. */
    public static final int ENOUGH = 10;

    private final long[] millis;

    private Durations(long[] millis) {
        this.millis = millis;
    }

    /** In any order. */
    public static Durations of(LongStream millis) {
        return new Durations(millis.sorted().toArray());
    }

    public int count() {
        return millis.length;
    }

    /** The one in the middle, or what lies between the two in the middle; empty for none. */
    public Optional<Duration> median() {
        int middle = millis.length / 2;
        return millis.length == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(
                        millis.length % 2 == 1 ? millis[middle] : (millis[middle - 1] + millis[middle]) / 2));
    }

    /** What nine of ten did not exceed; empty if there are too few to say so. */
    public Optional<Duration> ninetieth() {
        return millis.length < ENOUGH ? Optional.empty() : Optional.of(at(0.9));
    }

    /** The shortest of which so great a share is not longer; by the nearest rank. There must be some. */
    public Duration at(double share) {
        int rank = (int) Math.ceil(share * millis.length);
        return Duration.ofMillis(millis[Math.max(1, rank) - 1]);
    }

    /** Each of them, shortest first. */
    public LongStream millis() {
        return Arrays.stream(millis);
    }

    /** All of ours and all of theirs. */
    public Durations and(Durations others) {
        return of(LongStream.concat(millis(), others.millis()));
    }
}
