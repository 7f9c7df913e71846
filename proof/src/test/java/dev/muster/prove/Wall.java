package dev.muster.prove;

import dev.muster.incident.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.TimeZone;

/**
 * A second opinion on wall clocks: {@code java.util.TimeZone} and arithmetic instead of {@code java.time}. Clocks change at
 * quarters of an hour by UTC, so between two quarters each wall clock runs straight on.
 */
final class Wall {

    static final long DAY = 24 * 60 * 60 * 1000L;

    private static final long QUARTER = 15 * 60 * 1000L;

    /** No wall is further from UTC. */
    private static final long FURTHEST = 15 * 60 * 60 * 1000L;

    private final TimeZone zone;

    Wall(ZoneId zone) {
        this.zone = TimeZone.getTimeZone(zone.getId());
    }

    /** What the wall shows, as if it were UTC. */
    long shows(Instant at) {
        return at.toEpochMilli() + zone.getOffset(at.toEpochMilli());
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

    /** The first moment at which the wall shows that time of that day, or a later one because it was skipped. */
    Instant first(long day, LocalTime time) {
        long wanted = day * DAY + millis(time);
        long at = Math.floorDiv(wanted - FURTHEST, QUARTER) * QUARTER;
        while (at + QUARTER + zone.getOffset(at) <= wanted) {
            at += QUARTER;
        }
        return Instant.ofEpochMilli(Math.max(at, wanted - zone.getOffset(at)));
    }

    /** Whether people work on a day, counted from 1 January 1970. */
    static boolean isWorked(long day, Hours hours) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return hours.days().contains(date.getDayOfWeek())
                && !hours.holidays().contains(date)
                && !hours.yearly().contains(MonthDay.from(date));
    }

    /** Within one day of the wall; -1 if nobody works then. */
    private static long firstAtWork(long from, long end, Hours hours) {
        long midnight = nextMidnight(from) - DAY;
        long begin = Math.max(from, midnight + millis(hours.from()));
        boolean isWork = isWorked(midnight / DAY, hours);
        return isWork && begin < Math.min(end, midnight + millis(hours.to())) ? begin : -1;
    }

    private static long millis(LocalTime time) {
        return time.toNanoOfDay() / 1_000_000;
    }

    private static long nextMidnight(long local) {
        return Math.floorDiv(local, DAY) * DAY + DAY;
    }
}
