package dev.muster.prove;

import dev.muster.incident.Handbook.ReminderRule;
import dev.muster.incident.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When companies work and remind: as most do, and as no company does but settings allow. */
final class Habits {

    private static final int DAY = 24 * 60;

    /** Clocks change there, somewhere. */
    private static final int SMALL_HOURS = 4 * 60;

    private static final int FORTNIGHT = 14;

    private Habits() {}

    /** At least one minute on at least one day of the week, with some holidays about that time. */
    static Hours hours(Instant about, Random random) {
        int from = random.nextInt(random.nextBoolean() ? SMALL_HOURS : DAY - 1);
        int longest = random.nextInt(4) == 0 ? Math.min(90, DAY - 1 - from) : DAY - 1 - from;
        int to = from + 1 + random.nextInt(longest);
        return new Hours(time(from), time(to), week(random), holidays(about, random), yearly(about, random));
    }

    /** Several early reminders and any repetition, by the day and by the clock. */
    static ReminderRule rule(Instant about, Random random) {
        List<Duration> before = Stream.generate(() -> step(random, 8 * DAY))
                .limit(random.nextInt(4))
                .toList();
        return new ReminderRule(before, step(random, 4 * DAY), time(random.nextInt(DAY)), hours(about, random), 2, 4);
    }

    /** Often the whole days that people write, and often short ones. */
    private static Duration step(Random random, int mostMinutes) {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofDays(1 + random.nextInt(mostMinutes / DAY));
            case 1 -> Duration.ofMinutes(5 + random.nextInt(2 * 60));
            default -> Duration.ofMinutes(5 + random.nextInt(mostMinutes));
        };
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute * 60L);
    }

    private static Set<DayOfWeek> week(Random random) {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) > 0) {
                days.add(day);
            }
        }
        return days;
    }

    private static Set<LocalDate> holidays(Instant about, Random random) {
        LocalDate today = about.atOffset(ZoneOffset.UTC).toLocalDate();
        return Stream.generate(() -> today.plusDays(random.nextInt(2 * FORTNIGHT) - FORTNIGHT))
                .limit(random.nextInt(8))
                .collect(Collectors.toSet());
    }

    private static Set<MonthDay> yearly(Instant about, Random random) {
        return holidays(about, random).stream().map(MonthDay::from).collect(Collectors.toSet());
    }
}
