package dev.muster.incident;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When people work, by the clock on their own wall.
 *
 * @param from the first moment of a working day
 * @param to the moment after the last; later than {@code from}
 * @param days the working days; at least one
 * @param holidays days on which nobody works after all
 * @param yearly the same, of every year
 */
public record Hours(LocalTime from, LocalTime to, Set<DayOfWeek> days, Set<LocalDate> holidays, Set<MonthDay> yearly) {

    /** Day and night, every day. */
    public static final Hours ALWAYS = new Hours(LocalTime.MIN, LocalTime.MAX, EnumSet.allOf(DayOfWeek.class));

    /** Without holidays. */
    public Hours(LocalTime from, LocalTime to, Set<DayOfWeek> days) {
        this(from, to, days, Set.of(), Set.of());
    }

    public Hours {
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
        yearly = Set.copyOf(yearly);
        if (!from.isBefore(to) || days.isEmpty()) {
            throw new IllegalArgumentException("hours: %s to %s on %s (expected: some)".formatted(from, to, days));
        }
    }

    /**
     * The moment itself if somebody in the zone works then, or the next at which they do. A beginning that the clocks skip
     * is the moment after the gap; one that comes twice is the first.
     */
    public Instant next(Instant moment, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        boolean works = isWorked(there.toLocalDate())
                && !there.toLocalTime().isBefore(from)
                && !there.toLocalTime().isAfter(to.minusNanos(1));
        return works || equals(ALWAYS) ? moment : beginning(there, zone);
    }

    private Instant beginning(ZonedDateTime there, ZoneId zone) {
        LocalDate day = there.toLocalTime().isBefore(from)
                ? there.toLocalDate()
                : there.toLocalDate().plusDays(1);
        return on(day, from, zone);
    }

    /** A time of day on that date, or on the next working day; outside working hours, when they begin. */
    public Instant on(LocalDate date, LocalTime at, ZoneId zone) {
        LocalTime time = at.isBefore(from) || !at.isBefore(to) ? from : at;
        LocalDate day = date;
        while (!isWorked(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(time).atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private boolean isWorked(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.contains(day) && !yearly.contains(MonthDay.from(day));
    }
}
