package dev.muster.scenario;

import java.time.Duration;
import java.util.Locale;

/** How soon somebody does what they do: seldom at the very second. */
public enum Temper {
    EAGER(0.5, 0.9),
    CALM(0.9, 1.2),
    SLOW(1.3, 1.9),
    IMPATIENT(0.7, 1.0),
    /** To the second: for those who do what they did once before. */
    PUNCTUAL(1.0, 1.0);

    private final double least;
    private final double most;

    Temper(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /** @param chance from 0 to 1 */
    Duration lasting(Duration usual, double chance) {
        return Duration.ofMillis((long) (usual.toMillis() * (least + (most - least) * chance)));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
