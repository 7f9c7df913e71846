package dev.muster.incident;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.Optional;
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
     * is the moment after the gap; what comes twice is worked twice.
     */
    public Instant next(Instant moment, ZoneId zone) {
        Instant next = moment;
        while (!isWorked(next.atZone(zone))) {
            next = beginningOrChange(next.atZone(zone));
        }
        return next;
    }

    /** Whatever comes first: working hours by the clock as it goes now, or a change of that clock. */
    private Instant beginningOrChange(ZonedDateTime there) {
        LocalDate today = there.toLocalDate();
        LocalDate day = worked(there.toLocalTime().isBefore(from) ? today : today.plusDays(1));
        Instant beginning = day.atTime(from).toInstant(there.getOffset());
        return Optional.ofNullable(there.getZone().getRules().nextTransition(there.toInstant()))
                .map(ZoneOffsetTransition::getInstant)
                .filter(beginning::isAfter)
                .orElse(beginning);
    }

    /** A time of day on that date, or on the next working day; outside working hours, when they begin. */
    public Instant on(LocalDate date, LocalTime at, ZoneId zone) {
        LocalTime time = at.isBefore(from) || !at.isBefore(to) ? from : at;
        LocalDateTime there = worked(date).atTime(time);
        return Optional.ofNullable(zone.getRules().getTransition(there))
                .filter(ZoneOffsetTransition::isGap)
                .map(ZoneOffsetTransition::getInstant)
                .orElseGet(() -> there.atZone(zone).withEarlierOffsetAtOverlap().toInstant());
    }

    /** That day, or the next one that is worked. */
    private LocalDate worked(LocalDate date) {
        LocalDate day = date;
        while (!isWorked(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private boolean isWorked(ZonedDateTime there) {
        LocalTime time = there.toLocalTime();
        return equals(ALWAYS) || isWorked(there.toLocalDate()) && !time.isBefore(from) && time.isBefore(to);
    }

    private boolean isWorked(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.contains(day) && !yearly.contains(MonthDay.from(day));
    }
}
