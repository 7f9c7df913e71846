package dev.muster.timeline.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where a time is in the picture: from {@link #LEFT} to {@link #RIGHT}, in the picture's own units. */
final class Axis {

    static final int LEFT = 160;
    static final int RIGHT = 880;

    private static final long[] STEPS = {
        10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800
    };
    private static final int MOST_TICKS = 8;

    private final Instant from;
    private final Instant to;

    Axis(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    double x(Instant at) {
        double share = (double) Duration.between(from, at).toMillis()
                / Duration.between(from, to).toMillis();
        return LEFT + Math.min(1, Math.max(0, share)) * (RIGHT - LEFT);
    }

    boolean shows(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    /** Whether any of the stretch is in the picture. */
    boolean shows(Stretch stretch) {
        return !stretch.to().isBefore(from) && !stretch.from().isAfter(to);
    }

    /** Round times, few enough for each to have its label. */
    List<Instant> ticks() {
        long step = step();
        List<Instant> ticks = new ArrayList<>();
        long first = Math.floorDiv(from.getEpochSecond() + step - 1, step) * step;
        for (long at = first; at <= to.getEpochSecond(); at += step) {
            ticks.add(Instant.ofEpochSecond(at));
        }
        return ticks;
    }

    /** Seconds from tick to tick. */
    long step() {
        long seconds = Duration.between(from, to).toSeconds();
        for (long step : STEPS) {
            if (seconds / step < MOST_TICKS) {
                return step;
            }
        }
        long step = STEPS[STEPS.length - 1];
        while (seconds / step >= MOST_TICKS) {
            step *= 2;
        }
        return step;
    }

    /** A position as SVG wants it, in any locale. */
    static String number(double position) {
        long tenths = Math.round(position * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + Math.abs(tenths % 10);
    }
}
