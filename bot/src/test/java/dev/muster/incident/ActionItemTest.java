package dev.muster.incident;

import static dev.muster.incident.Samples.BERLIN;
import static dev.muster.incident.Samples.REMINDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Handbook.ReminderRule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionItemTest {

    private final ActionItem item = Samples.item(Instant.parse("2026-06-12T07:00:00Z"), BERLIN);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # now,                    the next reminder
                    2026-06-01T00:00:00Z,     2026-06-11T07:00:00Z
                    2026-06-11T06:59:59.999Z, 2026-06-11T07:00:00Z
                    2026-06-11T07:00:00Z,     2026-06-12T07:00:00Z
                    2026-06-12T06:59:59.999Z, 2026-06-12T07:00:00Z
                    2026-06-12T07:00:00Z,     2026-06-13T07:00:00Z
                    2026-06-12T07:00:00.001Z, 2026-06-13T07:00:00Z
                    2026-06-13T07:00:00Z,     2026-06-14T07:00:00Z
                    2026-06-20T11:30:00Z,     2026-06-21T07:00:00Z
                    """)
    void remindsADayBeforeWhenItIsDueAndEveryDayAfter(Instant now, Instant expected) {
        assertThat(item.nextReminder(now, REMINDERS)).isEqualTo(expected);
    }

    @Test
    void remindsAtTheEarliestOfSeveralTimesThatIsStillToCome() {
        ReminderRule rule = new ReminderRule(
                List.of(Duration.ofHours(1), Duration.ofDays(7), Duration.ofDays(1)), Duration.ofDays(1));

        Instant first = item.nextReminder(Instant.parse("2026-06-01T00:00:00Z"), rule);
        Instant second = item.nextReminder(first, rule);
        Instant third = item.nextReminder(second, rule);

        assertThat(List.of(first, second, third))
                .containsExactly(
                        Instant.parse("2026-06-05T07:00:00Z"),
                        Instant.parse("2026-06-11T07:00:00Z"),
                        Instant.parse("2026-06-12T06:00:00Z"));
    }

    @Test
    void remindsWhenItIsDueIfNothingEarlierIsWanted() {
        ReminderRule rule = new ReminderRule(List.of(), Duration.ofDays(1));

        Instant next = item.nextReminder(Instant.parse("2026-06-01T00:00:00Z"), rule);

        assertThat(next).isEqualTo(item.due());
    }

    @Test
    void remindsAgainAfterSecondsIfThatIsTheRule() {
        ReminderRule rule = new ReminderRule(List.of(), Duration.ofSeconds(20));

        Instant next = item.nextReminder(item.due().plusSeconds(45), rule);

        assertThat(next).isEqualTo(item.due().plusSeconds(60));
    }

    /** The clocks go back an hour on 2026-10-25. */
    @Test
    void repeatsByTheClockGoStraightOnWhenTheClocksAreChanged() {
        ReminderRule rule = new ReminderRule(List.of(), Duration.ofMinutes(10));
        ActionItem before = Samples.item(Instant.parse("2026-10-24T12:00:00Z"), BERLIN);
        Instant after = Instant.parse("2026-10-26T12:00:00Z");

        assertThat(before.nextReminder(after, rule)).isEqualTo("2026-10-26T12:10:00Z");
    }

    /** Three days have passed by the clock, and not yet on the wall. */
    @Test
    void skipsNoDayAfterTheClocksWentBack() {
        ReminderRule late = new ReminderRule(List.of(), Duration.ofDays(1), LocalTime.of(23, 50), Hours.ALWAYS, 2, 4);
        ActionItem midnight = Samples.item(Instant.parse("2026-10-24T22:30:00Z"), BERLIN);

        assertThat(midnight.nextReminder(Instant.parse("2026-10-27T22:45:00Z"), late))
                .isEqualTo("2026-10-27T22:50:00Z");
    }

    @Test
    void doesNotRemindByTheDayOnTheDayOnWhichItWasDue() {
        ReminderRule rule = new ReminderRule(List.of(), Duration.ofHours(12));
        ActionItem early = Samples.item(Instant.parse("2026-06-12T06:55:00Z"), BERLIN);

        assertThat(early.nextReminder(early.due(), rule)).isEqualTo("2026-06-13T07:00:00Z");
    }

    /** Saturday; a day before it nobody works, and by Monday it is too late for that. */
    @Test
    void doesNotRemindEarlyOnceItIsDue() {
        Hours office =
                new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        ReminderRule rule =
                new ReminderRule(List.of(Duration.ofDays(1)), Duration.ofMinutes(1), LocalTime.of(9, 0), office, 2, 4);
        Instant sunday = Instant.parse("2026-11-22T10:00:00Z");
        ActionItem weekend = Samples.item(sunday, Samples.BERLIN);

        assertThat(weekend.nextReminder(sunday.minusSeconds(5), rule)).isEqualTo(sunday);
        assertThat(weekend.nextReminder(sunday, rule)).isEqualTo(sunday.plusSeconds(60));
    }

    @Test
    void remindsDayByDayOnlyWhenTheOwnerWorks() {
        Hours office =
                new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        ReminderRule rule =
                new ReminderRule(List.of(Duration.ofDays(1)), Duration.ofDays(1), LocalTime.of(9, 0), office, 2, 4);
        Instant friday = Instant.parse("2026-11-20T08:00:00Z");

        assertThat(Samples.item(friday, Samples.BERLIN).nextReminder(friday, rule))
                .isEqualTo("2026-11-23T08:00:00Z");
    }

    @Test
    void neverRemindsInThePast() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");

        for (int day = 0; day < 400; day++) {
            Instant at = now.plus(Duration.ofDays(day));
            assertThat(item.nextReminder(at, REMINDERS)).isAfter(at);
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # the clocks go forward on 2026-03-29, back on 2026-10-25; nine o'clock in Berlin throughout
                    2026-03-29T07:00:00Z, 2026-03-01T00:00:00Z, 2026-03-28T08:00:00Z
                    2026-03-28T08:00:00Z, 2026-03-28T08:00:00Z, 2026-03-29T07:00:00Z
                    2026-03-28T08:00:00Z, 2026-03-29T07:00:00Z, 2026-03-30T07:00:00Z
                    2026-03-28T08:00:00Z, 2026-04-10T10:00:00Z, 2026-04-11T07:00:00Z
                    2026-10-25T08:00:00Z, 2026-10-01T00:00:00Z, 2026-10-24T07:00:00Z
                    2026-10-24T07:00:00Z, 2026-10-24T07:00:00Z, 2026-10-25T08:00:00Z
                    2026-10-24T07:00:00Z, 2026-10-25T07:30:00Z, 2026-10-25T08:00:00Z
                    """)
    void keepsToTheTimeOfDayOfItsOwnerWhenTheClocksAreChanged(Instant due, Instant now, Instant expected) {
        assertThat(Samples.item(due, BERLIN).nextReminder(now, REMINDERS)).isEqualTo(expected);
    }

    @Test
    void remindsAtTheSameTimeOfDayInAZoneWithoutSummerTime() {
        ActionItem fixed = Samples.item(Instant.parse("2026-03-28T09:00:00Z"), ZoneOffset.UTC);

        Instant next = fixed.nextReminder(Instant.parse("2026-03-28T12:00:00Z"), REMINDERS);

        assertThat(next).isEqualTo(Instant.parse("2026-03-29T09:00:00Z"));
    }
}
