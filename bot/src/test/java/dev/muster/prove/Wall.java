package dev.muster.prove;

import dev.muster.incident.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.TimeZone;

/**
 * A second opinion on wall clocks: {@code java.util.TimeZone} and arithmetic instead of {@code java.time}. Clocks change at
 * quarters of an hour by UTC, so between two quarters each wall clock runs straight on.
 */
final class Wall {

    private static final long QUARTER = 15 * 60 * 1000L;
    private static final long DAY = 24 * 60 * 60 * 1000L;
    private static final long THURSDAY = 3; // 1 January 1970, counted from Monday

    private final TimeZone zone;

    Wall(ZoneId zone) {
        this.zone = TimeZone.getTimeZone(zone.getId());
    }

    /** The first moment from this one on at which somebody works, found by looking at each quarter of an hour. */
    Instant firstAtWork(Instant from, Hours hours) {
        long at = from.toEpochMilli();
        while (true) {
            long end = Math.floorDiv(at, QUARTER) * QUARTER + QUARTER;
            long shift = zone.getOffset(at);
            for (long local = at + shift; local < end + shift; local = nextMidnight(local)) {
                long work = firstAtWork(local, Math.min(end + shift, nextMidnight(local)), hours);
                if (work >= 0) {
                    return Instant.ofEpochMilli(work - shift);
                }
            }
            at = end;
        }
    }

    /** Within one day of the wall; -1 if nobody works then. */
    private static long firstAtWork(long from, long end, Hours hours) {
        long midnight = nextMidnight(from) - DAY;
        long begin = Math.max(from, midnight + hours.from().toNanoOfDay() / 1_000_000);
        boolean isWork = hours.days().contains(DayOfWeek.of((int) (Math.floorMod(from / DAY + THURSDAY, 7) + 1)));
        return isWork && begin < Math.min(end, midnight + hours.to().toNanoOfDay() / 1_000_000) ? begin : -1;
    }

    private static long nextMidnight(long local) {
        return Math.floorDiv(local, DAY) * DAY + DAY;
    }
}
