package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.ActionItem;
import dev.muster.incident.Cadence;
import dev.muster.incident.Handbook.ReminderRule;
import dev.muster.incident.Hours;
import dev.muster.incident.Rhythm;
import dev.muster.incident.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What comes by the clock comes when another way of counting says so, wherever people live. Seen to fail with one update too
 * few; with a holiday that is worked; when a change of the clocks is not looked for, a time of day that is skipped moves with
 * the wall, or one that comes twice is taken the second time; when an early reminder comes after the item is due, days are
 * counted on another zone's wall, and repetitions by the clock stop for an hour when the clocks go back.
 */
class SchedulesProof {

    private static final int HOUR = 60 * 60;
    private static final int DAY = 24 * HOUR;
    private static final int IN_A_ROW = 4;

    @Test
    void workingHoursAgreeWithAnotherCalendar() throws Exception {
        Proof.that(Part.TIME, "working hours, against another calendar")
                .seenRed("a holiday that is worked")
                .rounds(5_000, 1_000_000)
                .holds(trial -> {
                    Random random = trial.random;
                    int rounds = trial.rounds;

                    int moved = 0;
                    for (int round = 0; round < rounds; round++) {
                        ZoneId zone = Zones.any(random);
                        Instant moment = Zones.moment(zone, random).truncatedTo(ChronoUnit.MILLIS);
                        Hours hours = Habits.hours(moment, random);

                        Instant next = hours.next(moment, zone);

                        assertThat(next)
                                .as("round %d: %s after %s in %s", round, hours, moment, zone)
                                .isEqualTo(new Wall(zone).firstAtWork(moment, hours));
                        moved += next.equals(moment) ? 0 : 1;
                    }
                    return "%,d of them moved to when somebody works".formatted(moved);
                });
    }

    @Test
    void timesOfDayAgreeWithAnotherCalendar() throws Exception {
        Proof.that(Part.TIME, "a time of day on a working day, against another calendar")
                .seenRed("a change of the clocks is not looked for; a skipped time of day moves with the wall; one "
                        + "that comes twice is taken the second time")
                .rounds(5_000, 1_000_000)
                .holds(trial -> {
                    Random random = trial.random;
                    int rounds = trial.rounds;

                    int moved = 0;
                    for (int round = 0; round < rounds; round++) {
                        ZoneId zone = Zones.any(random);
                        Instant moment = Zones.moment(zone, random);
                        ReminderRule rule = Habits.rule(moment, random);
                        LocalDate date = moment.atZone(zone).toLocalDate();

                        Instant on = rule.hours().on(date, rule.at(), zone);

                        assertThat(on)
                                .as("round %d: %s on %s in %s", round, rule, date, zone)
                                .isEqualTo(Pages.on(date.toEpochDay(), rule, new Wall(zone)));
                        moved += on.atZone(zone).toLocalDate().equals(date) ? 0 : 1;
                    }
                    return "%,d of them moved to another day".formatted(moved);
                });
    }

    @Test
    void remindersAgreeWithSomebodyWhoTurnsThePages() throws Exception {
        Proof.that(Part.TIME, "reminders in a row, against somebody who turns pages")
                .seenRed("an early reminder after the item is due; days counted on another zone's wall; repetitions "
                        + "stop for an hour when clocks go back")
                .rounds(5_000, 1_000_000)
                .holds(trial -> {
                    Random random = trial.random;
                    int rounds = trial.rounds;

                    int byDay = 0;
                    for (int round = 0; round < rounds; round++) {
                        ZoneId zone = Zones.any(random);
                        Instant due = Zones.moment(zone, random).truncatedTo(ChronoUnit.MILLIS);
                        byDay += inARow(Samples.item(due, zone), Habits.rule(due, random), random);
                    }
                    return "%,d of them by the day".formatted(byDay);
                });
    }

    /** Some reminders of one item, one after another; how many of them came by the day. */
    private static int inARow(ActionItem item, ReminderRule rule, Random random) {
        Pages pages = Pages.of(item, rule);
        Set<Long> days = new HashSet<>();
        Instant now = item.due().plusSeconds(random.nextInt(30 * DAY) - 10 * DAY);
        for (int count = 0; count < IN_A_ROW; count++) {
            Instant next = item.nextReminder(now, rule);

            assertThat(next).as("%s by %s after %s", item, rule, now).isEqualTo(pages.next(now));
            assertThat(next).isAfter(now);
            if (pages.isByDay(next)) {
                assertThat(days.add(pages.page(next)))
                        .as("%s is the only one of its day", next)
                        .isTrue();
            }
            now = next.plusMillis(random.nextInt(2));
        }
        return days.size();
    }

    @Test
    void owedUpdatesAreCountedOneByOne() throws Exception {
        Proof.that(Part.TIME, "owed updates, counted one by one")
                .seenRed("one update too few")
                .rounds(5_000, 1_000_000)
                .holds(trial -> {
                    Random random = trial.random;
                    int rounds = trial.rounds;

                    long most = 0;
                    for (int round = 0; round < rounds; round++) {
                        Instant due = Zones.moment(Zones.any(random), random);
                        Duration every = Duration.ofSeconds(1 + random.nextInt(3 * HOUR));
                        Instant now = due.plusSeconds(random.nextInt(40 * HOUR) - HOUR);

                        long missed = new Rhythm(Optional.empty(), Optional.of(due), Cadence.NONE).missed(now, every);

                        assertThat(missed)
                                .as("round %d: every %s from %s, at %s", round, every, due, now)
                                .isEqualTo(counted(due, every, now));
                        most = Math.max(most, missed);
                    }
                    return "up to %,d fallen due at once".formatted(most);
                });
    }

    private static long counted(Instant due, Duration every, Instant now) {
        long count = 0;
        for (Instant at = due; !at.isAfter(now); at = at.plus(every)) {
            count++;
        }
        return count;
    }
}
