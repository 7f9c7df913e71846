package dev.muster.insight;

import dev.muster.incident.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of time, in which incidents were declared.
 *
 * @param from the first moment
 * @param until the first moment after it
 * @param name as people call it, e.g. {@code 2026-Q3} or {@code the last 90 d}
 */
public record Period(Instant from, Instant until, String name) {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-?[qQ]([1-4])");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /** The stretch of that length that ends now, the present moment included. */
    public static Period last(Duration length, Instant now) {
        return new Period(now.minus(length), now.plusMillis(1), "the last " + Words.of(length));
    }

    /** Reads {@code 90d}, {@code 2026-Q3}, {@code 2026-09} or {@code 2026}, by the calendar of a zone. */
    public static Optional<Period> find(String word, Instant now, ZoneId zone) {
        String plain = word.strip();
        Matcher quarter = QUARTER.matcher(plain);
        if (quarter.matches()) {
            int first = Integer.parseInt(quarter.group(2)) * 3 - 2;
            return Optional.of(months(YearMonth.of(Integer.parseInt(quarter.group(1)), first), 3, plain, zone));
        }
        Matcher month = MONTH.matcher(plain);
        if (month.matches()) {
            int number = Integer.parseInt(month.group(2));
            return number < 1 || number > 12
                    ? Optional.empty()
                    : Optional.of(months(YearMonth.of(Integer.parseInt(month.group(1)), number), 1, plain, zone));
        }
        return YEAR.matcher(plain).matches()
                ? Optional.of(months(YearMonth.of(Integer.parseInt(plain), 1), 12, plain, zone))
                : Words.duration(plain).filter(length -> !length.isZero()).map(length -> last(length, now));
    }

    private static Period months(YearMonth first, int count, String name, ZoneId zone) {
        LocalDate end = first.plusMonths(count).atDay(1);
        return new Period(
                first.atDay(1).atStartOfDay(zone).toInstant(),
                end.atStartOfDay(zone).toInstant(),
                name);
    }
}
