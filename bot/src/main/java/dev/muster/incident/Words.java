package dev.muster.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
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

    private static final Duration LONGEST = Duration.ofDays(3650);

    private static final int AGAIN = 100;

    private static final Pattern SHORT = Pattern.compile(
            "([0-9]{1,6}) ?(?:(s)(?:ecs?|econds?)?|(m)(?:ins?|inutes?)?|(h)(?:rs?|ours?)?|(d)(?:ays?)?|(w)(?:eeks?)?)");

    /**
     * Reads {@code 45s}, {@code 30m}, {@code 2h}, {@code 3d}, {@code 2w} or ISO-8601 ({@code PT30M}); empty if it is none
     * of these, or longer than ten years.
     */
    public static Optional<Duration> duration(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = SHORT.matcher(plain);
        Optional<Duration> read = matcher.matches()
                ? Optional.of(unit(matcher).multipliedBy(Long.parseLong(matcher.group(1))))
                : iso(plain);
        return read.filter(duration -> !duration.isNegative() && duration.compareTo(LONGEST) <= 0);
    }

    private static Optional<Duration> iso(String word) {
        try {
            return Optional.of(Duration.parse(word));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration unit(Matcher matched) {
        List<Duration> units = List.of(
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                Duration.ofDays(1),
                Duration.ofDays(7));
        int group = 2;
        while (matched.group(group) == null) {
            group++;
        }
        return units.get(group - 2);
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

    /**
     * What somebody said, as it can be said again between backticks: on one line, without any of its own, and no longer
     * than anybody wants to read.
     */
    public static String again(String said) {
        int[] points = said.replaceAll("\\s+", " ")
                .replace('`', '\'')
                .codePoints()
                .limit(AGAIN + 1L)
                .toArray();
        return points.length <= AGAIN ? new String(points, 0, points.length) : new String(points, 0, AGAIN - 1) + "…";
    }

    private static String part(long count, String unit) {
        return count > 0 ? count + " " + unit : "";
    }
}
