package dev.muster.insight;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A strip of signs in which each incident stands where its duration is, on a scale where each step is as many times longer. */
final class Strip {

    /** Of a factor of ten. */
    private static final int COLUMNS = 6;

    private static final int WIDTH = 6 * COLUMNS + 1;

    private static final Map<Duration, String> TICKS = new TreeMap<>(Map.of(
            Duration.ofSeconds(1), "1s",
            Duration.ofSeconds(10), "10s",
            Duration.ofMinutes(1), "1m",
            Duration.ofMinutes(10), "10m",
            Duration.ofHours(1), "1h",
            Duration.ofHours(10), "10h",
            Duration.ofDays(4), "4d"));

    private Strip() {}

    /** The scale below the strips. */
    static String scale() {
        StringBuilder scale = new StringBuilder(" ".repeat(WIDTH + 2));
        TICKS.forEach((at, name) -> scale.replace(column(at.toMillis()), column(at.toMillis()) + name.length(), name));
        return scale.toString().stripTrailing();
    }

    /** A point for one incident, a digit for several, a plus for ten and more. What took less than a second stands first. */
    static String of(Durations durations) {
        int[] counts = new int[WIDTH];
        durations.millis().forEach(millis -> counts[column(millis)]++);
        StringBuilder strip = new StringBuilder();
        for (int count : counts) {
            strip.append(sign(count));
        }
        return strip.toString().stripTrailing();
    }

    private static char sign(int count) {
        return switch (count) {
            case 0 -> ' ';
            case 1 -> '·';
            default -> count < 10 ? String.format(Locale.ROOT, "%d", count).charAt(0) : '+';
        };
    }

    private static int column(long millis) {
        double seconds = Math.max(1, millis / 1000.0);
        return (int) Math.min(WIDTH - 1.0, Math.round(Math.log10(seconds) * COLUMNS));
    }
}
