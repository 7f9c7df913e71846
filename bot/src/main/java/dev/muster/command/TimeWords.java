package dev.muster.command;

import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Times and dates as people type them, in the zone of whoever typed. */
final class TimeWords {

    private static final String CLOCK = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9]";
    private static final String DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";

    /** What a moment in the past looks like, for taking it out of a sentence. */
    static final String MOMENT = "(?:yesterday )?" + CLOCK + "|[0-9]+ ?[a-z]+ ago|[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]\\S+";

    /** What a due date looks like, for taking it out of a sentence. */
    static final String DUE =
            "(?:today|tomorrow|" + DAYS + "|[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]" + CLOCK + ")?|in [0-9]+ ?[a-z]+";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final Pattern AGO = Pattern.compile("([0-9]+ ?[a-z]+) ago");
    private static final Pattern IN = Pattern.compile("in ([0-9]+ ?[a-z]+)");
    private static final Pattern DAY = Pattern.compile("(\\S+?)(?:[t ](" + CLOCK + "))?");

    private TimeWords() {}

    /**
     * Reads {@code 14:05} (the last time it was that late), {@code yesterday 14:05}, {@code 10m ago} or ISO-8601.
     *
     * @throws Refusal if it is none of these
     */
    static Instant moment(String words, Instant now, ZoneId zone) {
        String plain = words.strip().toLowerCase(Locale.ROOT);
        Instant moment = Stream.<Supplier<Optional<Instant>>>of(
                        () -> ago(plain, now), () -> clock(plain, now.atZone(zone)), () -> iso(words.strip(), zone))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "`%s` is no time that I know. Nothing was changed. Try `14:05`, `10m ago`, `yesterday 14:05` or `%s`."
                                .formatted(Words.again(words), now.truncatedTo(ChronoUnit.MINUTES))));
        if (moment.isAfter(now)) {
            throw new Refusal("%s is yet to come. Nothing was changed. Name a time that has passed."
                    .formatted(Words.day(moment, zone)));
        }
        return moment;
    }

    /**
     * Reads {@code friday}, {@code tomorrow 16:30}, {@code in 3 days}, {@code 2026-12-01} or {@code 2026-12-01 16:30}.
     *
     * @param zone of whoever said it
     * @param usual the time of day where none is said, on the wall of whoever it is due from
     * @param theirs the zone of that wall
     * @throws Refusal if it is none of these, or not in the future
     */
    static Instant due(String words, Instant now, ZoneId zone, LocalTime usual, ZoneId theirs) {
        String plain = words.strip().toLowerCase(Locale.ROOT);
        Function<LocalDate, Instant> then =
                date -> date.atTime(usual).atZone(theirs).toInstant();
        Instant due = in(plain, now.atZone(zone), then)
                .or(() -> day(plain, now.atZone(zone), then))
                .orElseThrow(() -> new Refusal(
                        "`%s` is no date that I know. Nothing was changed. Try `friday`, `tomorrow 16:30`, `in 3 days` or `2026-12-01`."
                                .formatted(Words.again(words))));
        if (!due.isAfter(now)) {
            throw new Refusal(
                    "%s is in the past. Nothing was changed. Name a time to come.".formatted(Words.day(due, zone)));
        }
        return due;
    }

    private static Optional<Instant> ago(String words, Instant now) {
        Matcher matcher = AGO.matcher(words);
        return matcher.matches() ? Words.duration(matcher.group(1)).map(now::minus) : Optional.empty();
    }

    private static Optional<Instant> clock(String words, ZonedDateTime now) {
        boolean yesterday = words.startsWith("yesterday ");
        try {
            LocalTime time = LocalTime.parse(yesterday ? words.substring("yesterday ".length()) : words, TIME);
            LocalDate today = now.toLocalDate();
            ZonedDateTime first = today.atTime(time).atZone(now.getZone());
            ZonedDateTime second = first.withLaterOffsetAtOverlap();
            if (yesterday || first.isAfter(now)) {
                return Optional.of(
                        today.minusDays(1).atTime(time).atZone(now.getZone()).toInstant());
            }
            return Optional.of((second.isAfter(now) ? first : second).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> iso(String words, ZoneId zone) {
        String iso = words.replaceFirst(" ", "T");
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException e) {
            return local(iso).map(at -> at.atZone(zone).toInstant());
        }
    }

    private static Optional<LocalDateTime> local(String iso) {
        try {
            return Optional.of(LocalDateTime.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whole days keep the usual time of day; anything shorter counts from now. */
    private static Optional<Instant> in(String words, ZonedDateTime now, Function<LocalDate, Instant> then) {
        Matcher matcher = IN.matcher(words);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Words.duration(matcher.group(1))
                .map(wait -> !wait.equals(Duration.ofDays(wait.toDays())) || wait.isZero()
                        ? now.plus(wait).toInstant()
                        : then.apply(now.plusDays(wait.toDays()).toLocalDate()));
    }

    private static Optional<Instant> day(String words, ZonedDateTime now, Function<LocalDate, Instant> then) {
        Matcher matcher = DAY.matcher(words);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Function<LocalDate, Instant> moment = Optional.ofNullable(matcher.group(2))
                .map(text -> LocalTime.parse(text, TIME))
                .map(time -> (Function<LocalDate, Instant>)
                        date -> date.atTime(time).atZone(now.getZone()).toInstant())
                .orElse(then);
        return date(matcher.group(1), now.toLocalDate()).map(moment);
    }

    private static Optional<LocalDate> date(String word, LocalDate today) {
        if (word.equals("today") || word.equals("tomorrow")) {
            return Optional.of(today.plusDays(word.equals("today") ? 0 : 1));
        }
        if (word.matches(DAYS)) {
            DayOfWeek day = DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
            return Optional.of(today.with(TemporalAdjusters.next(day)));
        }
        try {
            return Optional.of(LocalDate.parse(word));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
