package dev.muster.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Durations and times in the words that people read. */
public final class Words {

    /** Named so that people read it: the offset would print as Z. */
    public static final ZoneId UTC = ZoneId.of("UTC");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.ROOT);

    private Words() {}

    private static final Pattern SHORT =
            Pattern.compile("([0-9]{1,6}) ?(s|m|h|d)(?:ec|in|ins|inutes?|econds?|ours?|ays?)?");

    /** Reads {@code 45s}, {@code 30m}, {@code 2h}, {@code 3d} or ISO-8601 ({@code PT30M}); empty if it is none of these. */
    public static Optional<Duration> duration(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = SHORT.matcher(plain);
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            return Optional.of(Duration.of(count, unit(matcher.group(2))));
        }
        try {
            return Optional.of(Duration.parse(plain)).filter(duration -> !duration.isNegative());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
    }

    /** At most two parts, e.g. {@code 2 h 5 min}; {@code 0 s} for nothing. */
    public static String of(Duration duration) {
        String parts = Stream.of(
                        part(duration.toDays(), "d"),
                        part(duration.toHoursPart(), "h"),
                        part(duration.toMinutesPart(), "min"),
                        part(duration.toSecondsPart(), "s"))
                .filter(part -> !part.isEmpty())
                .limit(2)
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? "0 s" : parts;
    }

    /** A moment in a zone, to the minute, naming the zone. */
    public static String day(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    private static String part(long count, String unit) {
        return count > 0 ? count + " " + unit : "";
    }
}
