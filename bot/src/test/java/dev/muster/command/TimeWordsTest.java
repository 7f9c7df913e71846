package dev.muster.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.incident.Refusal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWordsTest {

    /** A Friday: 15:05 in Berlin, 09:05 in New York, 19:35 in Kolkata, and 03:05 on Saturday in Auckland. */
    private static final Instant NOW = Instant.parse("2026-11-20T14:05:00Z");

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final LocalTime NINE = LocalTime.of(9, 0);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    14:05,              UTC,              2026-11-20T14:05:00Z
                    14:06,              UTC,              2026-11-19T14:06:00Z
                    9:30,               UTC,              2026-11-20T09:30:00Z
                    09:30,              UTC,              2026-11-20T09:30:00Z
                    0:00,               UTC,              2026-11-20T00:00:00Z
                    23:59,              UTC,              2026-11-19T23:59:00Z
                    15:05,              Europe/Berlin,    2026-11-20T14:05:00Z
                    15:06,              Europe/Berlin,    2026-11-19T14:06:00Z
                    09:00,              America/New_York, 2026-11-20T14:00:00Z
                    10:00,              America/New_York, 2026-11-19T15:00:00Z
                    19:30,              Asia/Kolkata,     2026-11-20T14:00:00Z
                    03:00,              Pacific/Auckland, 2026-11-20T14:00:00Z
                    14:05,              Pacific/Auckland, 2026-11-20T01:05:00Z
                    yesterday 14:05,    UTC,              2026-11-19T14:05:00Z
                    Yesterday 9:05,     UTC,              2026-11-19T09:05:00Z
                    yesterday 14:05,    Europe/Berlin,    2026-11-19T13:05:00Z
                    yesterday 14:05,    Pacific/Auckland, 2026-11-20T01:05:00Z
                    10m ago,            UTC,              2026-11-20T13:55:00Z
                    10 minutes ago,     Asia/Kolkata,     2026-11-20T13:55:00Z
                    45s ago,            Pacific/Auckland, 2026-11-20T14:04:15Z
                    2 H AGO,            America/New_York, 2026-11-20T12:05:00Z
                    1 day ago,          UTC,              2026-11-19T14:05:00Z
                    2026-11-19T10:00:00Z,       Europe/Berlin,    2026-11-19T10:00:00Z
                    2026-11-19T10:00:00.250Z,   Europe/Berlin,    2026-11-19T10:00:00.250Z
                    2026-11-19T10:00+02:00,     America/New_York, 2026-11-19T08:00:00Z
                    2026-11-19T10:00,           Europe/Berlin,    2026-11-19T09:00:00Z
                    2026-11-19 10:00,           Europe/Berlin,    2026-11-19T09:00:00Z
                    2026-11-19 10:00,           Asia/Kolkata,     2026-11-19T04:30:00Z
                    """)
    void readsAMomentInTheZoneOfWhoeverTyped(String words, ZoneId zone, Instant expected) {
        assertThat(TimeWords.moment(words, NOW, zone)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # the clocks go forward at 02:00 on 2026-03-29, back at 03:00 on 2026-10-25
                    2026-03-29T10:00:00Z, yesterday 14:05, 2026-03-28T13:05:00Z
                    2026-03-29T10:00:00Z, 13:00,           2026-03-28T12:00:00Z
                    2026-03-29T10:00:00Z, 03:30,           2026-03-29T01:30:00Z
                    2026-03-29T10:00:00Z, 12h ago,         2026-03-28T22:00:00Z
                    2026-03-30T10:00:00Z, yesterday 12:00, 2026-03-29T10:00:00Z
                    2026-10-25T11:00:00Z, yesterday 14:05, 2026-10-24T12:05:00Z
                    2026-10-25T11:00:00Z, 11:30,           2026-10-25T10:30:00Z
                    2026-10-25T11:00:00Z, 12:30,           2026-10-24T10:30:00Z
                    2026-10-26T11:00:00Z, yesterday 12:00, 2026-10-25T11:00:00Z
                    """)
    void readsAMomentAsTheClockOnTheWallShowedItWhenTheClocksWereChanged(Instant now, String words, Instant expected) {
        assertThat(TimeWords.moment(words, now, ZoneId.of("Europe/Berlin"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "noon",
                "25:00",
                "14:60",
                "14",
                "yesterday",
                "yesterday noon",
                "ago",
                "5 moons ago",
                "m ago",
                "2026-13-01 10:00",
                "2026-11-19",
                "tomorrow 10:00"
            })
    void refusesAMomentThatItDoesNotKnowAndSaysWhatItKnows(String words) {
        assertThatThrownBy(() -> TimeWords.moment(words, NOW, UTC))
                .isInstanceOf(Refusal.class)
                .hasMessage("`" + words + "` is no time that I know. Nothing was changed. "
                        + "Try `14:05`, `10m ago`, `yesterday 14:05` or `2026-11-20T14:05:00Z`.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T14:05:00.001Z, 2026-11-20 15:05 CET",
        "2026-11-20T15:06, 2026-11-20 15:06 CET",
        "2027-01-01 09:00, 2027-01-01 09:00 CET"
    })
    void refusesAMomentThatIsYetToCome(String words, String when) {
        assertThatThrownBy(() -> TimeWords.moment(words, NOW, ZoneId.of("Europe/Berlin")))
                .isInstanceOf(Refusal.class)
                .hasMessage(when + " is yet to come. Nothing was changed. Name a time that has passed.");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    friday,             UTC,              2026-11-27T09:00:00Z
                    Friday 8:15,        UTC,              2026-11-27T08:15:00Z
                    saturday,           UTC,              2026-11-21T09:00:00Z
                    monday,             UTC,              2026-11-23T09:00:00Z
                    thursday,           UTC,              2026-11-26T09:00:00Z
                    today 16:30,        UTC,              2026-11-20T16:30:00Z
                    tomorrow,           UTC,              2026-11-21T09:00:00Z
                    tomorrow 16:30,     UTC,              2026-11-21T16:30:00Z
                    in 3 days,          UTC,              2026-11-23T09:00:00Z
                    in 1 day,           UTC,              2026-11-21T09:00:00Z
                    in 1 week,          UTC,              2026-11-27T09:00:00Z
                    in 2 weeks,         UTC,              2026-12-04T09:00:00Z
                    in 2w,              UTC,              2026-12-04T09:00:00Z
                    in 20s,             UTC,              2026-11-20T14:05:20Z
                    in 90 minutes,      UTC,              2026-11-20T15:35:00Z
                    in 2h,              UTC,              2026-11-20T16:05:00Z
                    2026-12-01,         UTC,              2026-12-01T09:00:00Z
                    2026-12-01 16:30,   UTC,              2026-12-01T16:30:00Z
                    2026-12-01T16:30,   UTC,              2026-12-01T16:30:00Z
                    tomorrow,           Europe/Berlin,    2026-11-21T08:00:00Z
                    2026-12-01 16:30,   Europe/Berlin,    2026-12-01T15:30:00Z
                    in 3 days,          America/New_York, 2026-11-23T14:00:00Z
                    in 2h,              America/New_York, 2026-11-20T16:05:00Z
                    tomorrow,           Asia/Kolkata,     2026-11-21T03:30:00Z
                    today,              Pacific/Auckland, 2026-11-20T20:00:00Z
                    tomorrow,           Pacific/Auckland, 2026-11-21T20:00:00Z
                    saturday,           Pacific/Auckland, 2026-11-27T20:00:00Z
                    sunday,             Pacific/Auckland, 2026-11-21T20:00:00Z
                    """)
    void readsADueDateInTheZoneOfWhoeverTyped(String words, ZoneId zone, Instant expected) {
        assertThat(TimeWords.due(words, NOW, zone, NINE, zone)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-03-27T12:00:00Z, in 3 days,    Europe/Berlin,    2026-03-30T07:00:00Z
                    2026-03-27T12:00:00Z, monday,       Europe/Berlin,    2026-03-30T07:00:00Z
                    2026-03-27T12:00:00Z, sunday 02:30, Europe/Berlin,    2026-03-29T01:30:00Z
                    2026-03-28T22:30:00Z, in 1 day,     Europe/Berlin,    2026-03-29T07:00:00Z
                    2026-03-28T12:00:00Z, in 20h,       Europe/Berlin,    2026-03-29T08:00:00Z
                    2026-10-23T12:00:00Z, in 3 days,    Europe/Berlin,    2026-10-26T08:00:00Z
                    2026-10-23T12:00:00Z, sunday 02:30, Europe/Berlin,    2026-10-25T00:30:00Z
                    2026-10-30T12:00:00Z, in 3 days,    America/New_York, 2026-11-02T14:00:00Z
                    """)
    void keepsTheTimeOfDayWhenTheClocksAreChanged(Instant now, String words, ZoneId zone, Instant expected) {
        assertThat(TimeWords.due(words, now, zone, NINE, zone)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-20 09:00 UTC",
        "today 14:05, 2026-11-20 14:05 UTC",
        "2026-11-19, 2026-11-19 09:00 UTC",
        "2026-11-20 14:04, 2026-11-20 14:04 UTC",
        "in 0s, 2026-11-20 14:05 UTC",
        "in 0 days, 2026-11-20 14:05 UTC"
    })
    void refusesADueDateThatIsNotToCome(String words, String when) {
        assertThatThrownBy(() -> TimeWords.due(words, NOW, UTC, NINE, UTC))
                .isInstanceOf(Refusal.class)
                .hasMessage(when + " is in the past. Nothing was changed. Name a time to come.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "someday", "yesterday", "in moons", "in 3 moons", "2026-13-01", "2026-02-30", "01.12.2026"})
    void refusesADueDateThatItDoesNotKnowAndSaysWhatItKnows(String words) {
        assertThatThrownBy(() -> TimeWords.due(words, NOW, UTC, NINE, UTC))
                .isInstanceOf(Refusal.class)
                .hasMessage("`" + words + "` is no date that I know. Nothing was changed. "
                        + "Try `friday`, `tomorrow 16:30`, `in 3 days` or `2026-12-01`.");
    }

    @Test
    void takesTheUsualTimeOfDayOnlyWhereNoneIsSaid() {
        LocalTime usual = LocalTime.of(16, 45);

        assertThat(TimeWords.due("tomorrow", NOW, UTC, usual, UTC)).isEqualTo(Instant.parse("2026-11-21T16:45:00Z"));
        assertThat(TimeWords.due("tomorrow 8:00", NOW, UTC, usual, UTC))
                .isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
    }

    /** Friday is the one of whoever says it; nine o'clock is on the wall of whoever does it. */
    @Test
    void meansTheMorningOfWhoeverDoesIt() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        ZoneId auckland = ZoneId.of("Pacific/Auckland");

        assertThat(TimeWords.due("2026-12-01", NOW, berlin, NINE, auckland)).isEqualTo("2026-11-30T20:00:00Z");
        assertThat(TimeWords.due("in 3 days", NOW, berlin, NINE, auckland))
                .isEqualTo(NOW.atZone(berlin)
                        .toLocalDate()
                        .plusDays(3)
                        .atTime(NINE)
                        .atZone(auckland)
                        .toInstant());
        assertThat(TimeWords.due("2026-12-01 16:30", NOW, berlin, NINE, auckland))
                .as("a time of day that is said is the speaker's")
                .isEqualTo("2026-12-01T15:30:00Z");
    }
}
