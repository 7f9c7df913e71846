package dev.muster.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {

    private static final Hours OFFICE =
            new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    /** From the line of dates to the line of dates, with half and quarter hours, and both kinds of summer time. */
    private static final List<String> ZONES = List.of(
            "Pacific/Pago_Pago",
            "America/New_York",
            "Europe/Berlin",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Pacific/Auckland",
            "Pacific/Kiritimati",
            "America/Santiago",
            "UTC");

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            textBlock =
                    """
                    2026-11-20T14:05:00Z, Europe/Berlin,      2026-11-20T14:05:00Z
                    2026-11-20T17:00:00Z, Europe/Berlin,      2026-11-23T07:00:00Z
                    2026-11-21T09:00:00Z, Europe/Berlin,      2026-11-23T07:00:00Z
                    2026-11-23T06:59:59Z, Europe/Berlin,      2026-11-23T07:00:00Z
                    2026-03-27T18:00:00Z, Europe/Berlin,      2026-03-30T06:00:00Z
                    2026-10-23T17:30:00Z, Europe/Berlin,      2026-10-26T07:00:00Z
                    2026-11-20T20:00:00Z, Pacific/Kiritimati, 2026-11-22T18:00:00Z
                    2026-11-20T12:00:00Z, Pacific/Pago_Pago,  2026-11-20T19:00:00Z
                    """)
    void movesToTheNextMomentAtWhichSomebodyWorks(Instant moment, ZoneId zone, Instant expected) {
        assertThat(OFFICE.next(moment, zone)).isEqualTo(expected);
    }

    @Test
    void beginsAfterTheGapWhereTheClocksSkipTheBeginning() {
        Hours early = new Hours(LocalTime.of(2, 30), LocalTime.of(5, 0), Set.of(DayOfWeek.SUNDAY));

        assertThat(early.next(Instant.parse("2026-03-28T12:00:00Z"), ZoneId.of("Europe/Berlin")))
                .isEqualTo("2026-03-29T01:00:00Z");
    }

    @Test
    void worksTwiceWhatComesTwiceAndNeverLooksBack() {
        ZoneId tehran = ZoneId.of("Asia/Tehran");
        Hours late = new Hours(LocalTime.of(22, 55), LocalTime.of(23, 50), EnumSet.allOf(DayOfWeek.class));
        Instant between = Instant.parse("2013-09-21T20:17:55Z");

        assertThat(between.atZone(tehran).toLocalTime())
                .isEqualTo(LocalTime.of(23, 47, 55).minusHours(0));
        assertThat(late.next(between, tehran)).isAfterOrEqualTo(between);
    }

    /** The oracle walks minute by minute, and knows nothing of days. */
    @Test
    void agreesWithAWatchThatWaitsMinuteByMinute() {
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            Instant moment =
                    Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(2 * 366 * 24 * 60)));

            assertThat(OFFICE.next(moment, zone)).as("%s in %s", moment, zone).isEqualTo(waited(moment, zone));
        }
    }

    private static Instant waited(Instant moment, ZoneId zone) {
        Instant at = moment;
        while (!isOffice(at.atZone(zone))) {
            at = at.plusSeconds(60);
        }
        return at;
    }

    private static boolean isOffice(ZonedDateTime at) {
        return at.getDayOfWeek().getValue() <= 5 && at.getHour() >= 8 && at.getHour() < 18;
    }
}
