package dev.muster.insight;

import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Cadence;
import dev.muster.incident.Cause;
import dev.muster.incident.Ending;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Severity;
import dev.muster.review.Span;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingTest {

    private static final Period PERIOD = Period.last(Duration.ofDays(90), NOW);

    private final Counting counting = new Counting(PERIOD, NOW);

    @ParameterizedTest
    @CsvSource({"1 2 3, 2", "1 2 3 4, 2.5", "5, 5", "9 1 5, 5"})
    void takesTheOneInTheMiddle(String seconds, double median) {
        assertThat(seconds(seconds).median().orElseThrow().toMillis()).isEqualTo((long) (1000 * median));
    }

    /** One night of sixteen hours decides no median, and p90 is not told of nine. */
    @Test
    void isNotMisledByOneLongNight() {
        Durations nine = seconds("1 2 3 4 5 6 7 8 60000");
        Durations ten = nine.and(seconds("9"));

        assertThat(nine.median()).contains(Duration.ofSeconds(5));
        assertThat(nine.ninetieth()).isEmpty();
        assertThat(ten.ninetieth()).contains(Duration.ofSeconds(9));
        assertThat(Durations.NONE.median()).isEmpty();
    }

    @Test
    void leavesOutDrillsAndWhatWasNone() {
        counting.see(one(1, Optional.empty(), false, List.of()));
        counting.see(one(2, Optional.of(Ending.Cause.CANCELLED), false, List.of()));
        counting.see(one(3, Optional.of(Ending.Cause.DUPLICATE), false, List.of()));
        counting.see(one(4, Optional.empty(), true, List.of()));
        counting.see(new OpenItem(new IncidentId(1), NOW.minusSeconds(1), NOW.minusSeconds(100)));
        counting.see(new OpenItem(new IncidentId(4), NOW.minusSeconds(1), NOW.minusSeconds(900)));

        Figures figures = counting.figures();

        assertThat(figures.count()).isEqualTo(1);
        assertThat(figures.drills()).isEqualTo(1);
        assertThat(figures.ended()).isEqualTo(2);
        assertThat(figures.took(Span.RECOVERY).count()).isEqualTo(1);
        assertThat(figures.overdue()).isEqualTo(1);
        assertThat(figures.ages().median()).contains(Duration.ofSeconds(100));
        assertThat(text(figures)).contains("1 incident declared", "Left out: drills 1, false alarms and duplicates 2.");
    }

    @Test
    void findsWhatComesBackAndWhatThatHasInCommon() {
        for (int number = 1; number <= 7; number++) {
            counting.see(one(number, Optional.empty(), false, List.of(Cause.CONNECTION_POOL)));
        }
        counting.see(one(8, Optional.empty(), false, List.of(Cause.NETWORK)));
        counting.see(one(9, Optional.empty(), false, List.of(Cause.NETWORK, Cause.SLOW_QUERY)));

        Figures figures = counting.figures();

        assertThat(figures.causes())
                .containsExactly(
                        Map.entry(Cause.CONNECTION_POOL, 7),
                        Map.entry(Cause.NETWORK, 2),
                        Map.entry(Cause.SLOW_QUERY, 1));
        assertThat(figures.recurring()).singleElement().satisfies(again -> {
            assertThat(again.count()).isEqualTo(7);
            assertThat(again.newest()).containsExactly(ids(7, 6, 5, 4, 3));
            assertThat(again.openItems()).isEqualTo(7);
        });
        assertThat(text(figures))
                .contains("Comes back: connection-pool, in 7 incidents (INC-7, INC-6, INC-5, INC-4, INC-3 …)")
                .contains("of them 7 hit db; 7 action items still open");
    }

    @Test
    void saysOfEachFigureWhatItMeansAndOfHowMany() {
        for (int number = 1; number <= 12; number++) {
            counting.see(one(number, Optional.empty(), false, List.of()));
        }

        String text = text(counting.figures());

        assertThat(text)
                .contains("TTR time to restore (T0 impact began → T4 restored): median 6 min 30 s, p90 11 min, n = 12")
                .contains("the shortest 1 min, half from 3 min to 9 min, the longest 12 min")
                .contains("TTM time to mitigate (T0 impact began → T3 mitigated): of none is it known")
                .contains("Updates: 24 of 36 that were owed came in time (66 %)")
                .contains("12 without (`/incident INC-7 cause …` names it)")
                .doesNotContain("mean ");
        assertThat(text.lines().filter(line -> line.startsWith("TTR |")).findFirst())
                .contains("TTR |           ·· 2233");
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(text(counting.figures()).lines()).hasSize(2).noneMatch(line -> line.contains("median"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-Q3, 2026-07-01T00:00:00Z, 2026-10-01T00:00:00Z",
        "2026q4, 2026-10-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "2026-12, 2026-12-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "2025, 2025-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "30d, 2026-10-21T14:05:00Z, 2026-11-20T14:05:00.001Z"
    })
    void readsPeriods(String word, String from, String until) {
        assertThat(Period.find(word, NOW, ZoneOffset.UTC)).get().satisfies(period -> {
            assertThat(period.from()).hasToString(from);
            assertThat(period.until()).hasToString(until);
        });
    }

    @ParameterizedTest
    @CsvSource({"2026-Q5", "2026-13", "0d", "soon", "''", "26"})
    void knowsNoOtherPeriods(String word) {
        assertThat(Period.find(word, NOW, ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void takesWordsApartAndLeavesSmallOnesOut() {
        assertThat(Terms.of("The API's connections to the Müller-DB were 502 at 14:05, class Redis"))
                .containsExactly("api", "connection", "muller", "db", "502", "class", "redi");
    }

    private static IncidentId[] ids(long... numbers) {
        return LongStream.of(numbers).mapToObj(IncidentId::new).toArray(IncidentId[]::new);
    }

    private static String text(Figures figures) {
        return new Report(figures, Ink.PLAIN).text(ZoneOffset.UTC);
    }

    private static Durations seconds(String each) {
        return Durations.of(LongStream.of(java.util.Arrays.stream(each.split(" "))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .map(second -> 1000 * second));
    }

    /** It took as many minutes as its number. */
    private static Case one(long number, Optional<Ending.Cause> ending, boolean drill, List<Cause> causes) {
        return new Case(
                new IncidentId(number),
                Severity.SEV2,
                true,
                ending,
                drill,
                false,
                Times.of(
                        NOW.minus(Duration.ofMinutes(number)).toEpochMilli(),
                        NOW.minus(Duration.ofMinutes(number)).toEpochMilli(),
                        Times.UNKNOWN,
                        Times.UNKNOWN,
                        NOW.toEpochMilli()),
                NOW,
                Optional.of(NOW),
                List.of("db", "service-" + number),
                causes,
                new Cadence(3, 1),
                new Case.Items(1, 0, 0, 0),
                Optional.empty());
    }
}
