package dev.muster.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Cadence;
import dev.muster.incident.Cause;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a week beside the weeks before it. */
public class WeeklyTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Week LAST = new Week(LocalDate.of(2026, 11, 16));

    @ParameterizedTest
    @CsvSource({"2026-11-23, 2026-W47", "2026-11-27, 2026-W47", "2027-01-04, 2026-W53", "2026-01-05, 2026-W01"})
    void isCalledByTheCalendarWeekInWhichItBegins(LocalDate day, String name) {
        assertThat(Week.before(day).name()).isEqualTo(name);
    }

    /** The clocks were put back on 25 October: that week has an hour more, and no moment is in two weeks or in none. */
    @Test
    void leavesNoHourOutWhenTheClocksAreChanged() {
        List<Period> periods =
                LAST.andEarlier(8).stream().map(week -> week.period(BERLIN)).toList();

        for (int number = 1; number < periods.size(); number++) {
            assertThat(periods.get(number).from())
                    .isEqualTo(periods.get(number - 1).until());
        }
        assertThat(Duration.between(periods.get(3).from(), periods.get(3).until()))
                .isEqualTo(Duration.ofHours(169));
    }

    @Test
    void saysAllThatThePictureShows() {
        Weekly weekly = weekly(Stream.of(
                        one(1, "2026-11-17T10:00:00Z", Severity.SEV1, 20),
                        one(2, "2026-11-18T10:00:00Z", Severity.SEV3, 40),
                        one(3, "2026-11-10T10:00:00Z", Severity.SEV2, 60),
                        one(4, "2026-10-01T10:00:00Z", Severity.SEV2, 600))
                .toList());

        assertThat(weekly.text(Ink.PLAIN).lines())
                .contains(
                        "Incidents from 16 Nov to 22 Nov 2026: 2 incidents declared; the week before 1.",
                        "Severity: sev1 1 · sev3 1",
                        "Service: db 2",
                        "TTR time to restore (T0 impact began → T4 restored): median 30 min, p90 needs 10, n = 2",
                        "TTM time to mitigate (T0 impact began → T3 mitigated): of none is it known",
                        "Updates: 4 of 6 that were owed came in time (66 %)",
                        "The last 8 weeks: 4 incidents (each week by its first day: 28 Sep 1 · 5 Oct 0 · 12 Oct 0 · 19 Oct 0 · 26 Oct 0 · 2 Nov 0 · 9 Nov 1 · 16 Nov 2)",
                        "TTR time to restore (T0 impact began → T4 restored): median 50 min, p90 needs 10, n = 4",
                        "Comes back: slow-query, in 4 incidents (INC-4, INC-3, INC-2, INC-1); of them 4 hit db; 4 action items still open");
    }

    @Test
    void saysLittleOfAQuietWeek() {
        assertThat(weekly(List.of()).text(Ink.PLAIN))
                .isEqualTo(
                        """
                        Incidents from 16 Nov to 22 Nov 2026: 0 incidents declared; the week before none.
                        Left out: none (drills, false alarms, duplicates). Private incidents are never in here.
                        The last 8 weeks: 0 incidents (each week by its first day: 28 Sep 0 · 5 Oct 0 · 12 Oct 0 · 19 Oct 0 · 26 Oct 0 · 2 Nov 0 · 9 Nov 0 · 16 Nov 0)\
                        """);
    }

    /** Counted as the archive would give them. */
    public static Weekly weekly(List<Case> cases) {
        return Weekly.of(LAST, BERLIN, period -> {
            Counting counting = new Counting(period, period.until());
            cases.stream()
                    .filter(one -> !one.declaredAt().isBefore(period.from())
                            && one.declaredAt().isBefore(period.until()))
                    .forEach(counting::see);
            return counting.figures();
        });
    }

    /** It was restored after so many minutes, and nobody knows when it was mitigated. */
    public static Case one(long number, String declared, Severity severity, long minutes) {
        Instant at = Instant.parse(declared);
        return new Case(
                new IncidentId(number),
                severity,
                true,
                Optional.empty(),
                false,
                false,
                Times.of(
                        at.toEpochMilli(),
                        at.toEpochMilli(),
                        Times.UNKNOWN,
                        Times.UNKNOWN,
                        at.plus(Duration.ofMinutes(minutes)).toEpochMilli()),
                at,
                Optional.empty(),
                List.of("db"),
                List.of(Cause.SLOW_QUERY),
                new Cadence(3, 1),
                new Case.Items(1, 0, 0, 0),
                Optional.empty());
    }
}
