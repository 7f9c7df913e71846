package dev.muster.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Seven days, from the start of the first. A team's week may begin on any day. */
public record Week(LocalDate first) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /** The seven days that end when this day begins. */
    public static Week before(LocalDate day) {
        return new Week(day.minusDays(7));
    }

    /** This one and those before it, oldest first, so many in all. */
    public List<Week> andEarlier(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Week(first.minusWeeks(count - number)))
                .toList();
    }

    public Period period(ZoneId zone) {
        return until(this, zone);
    }

    /** From the start of this one to the end of another. */
    public Period until(Week last, ZoneId zone) {
        return new Period(start(first, zone), start(last.first.plusDays(7), zone), name());
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The week of the calendar in which it begins (ISO 8601), e.g. {@code 2026-W47}. */
    public String name() {
        return "%d-W%02d".formatted(first.get(IsoFields.WEEK_BASED_YEAR), first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Its first day, e.g. {@code 16 Nov}. */
    public String begin() {
        return DAY.format(first);
    }

    /** Its last day, with the year, e.g. {@code 22 Nov 2026}. */
    public String end() {
        LocalDate last = first.plusDays(6);
        return DAY.format(last) + " " + last.getYear();
    }
}
