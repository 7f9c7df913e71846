package dev.muster.timeline.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DensityTest {

    private static final Instant START = Tale.START;

    @Test
    void countsWhatLiesBetweenTwoMoments() {
        Density density = new Density();
        List.of(0, 0, 5, 9, 10).forEach(second -> density.see(START.plusSeconds(second)));

        assertThat(density.between(START, START.plusSeconds(10))).isEqualTo(4);
        assertThat(density.between(START.plusSeconds(10), START.plusSeconds(20)))
                .isEqualTo(1);
        assertThat(density.between(START.minusSeconds(9), START)).isZero();
    }

    @Test
    void growsCoarserInsteadOfLargerAndLosesNothing() {
        Density density = new Density();
        for (int second = 0; second < 100_000; second++) {
            density.see(START.plusSeconds(second * 7L));
        }

        assertThat(density.width()).isGreaterThan(60);
        assertThat(Heap.charactersIn(density)).isLessThan(20_000);
        assertThat(density.between(START.minusSeconds(86_400), START.plus(Duration.ofDays(30))))
                .isEqualTo(100_000);
    }

    @Test
    void hasWidthsThatDivideOneAnother() {
        for (int index = 1; index < Density.WIDTHS.length; index++) {
            assertThat(Density.WIDTHS[index] % Density.WIDTHS[index - 1]).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 10, 60, 180, 1440, 5760, 50_000, 5_000_000})
    void hasRoundTicksFewEnoughToBeRead(long minutes) {
        Axis axis = new Axis(START, START.plus(Duration.ofMinutes(minutes)));

        assertThat(axis.ticks()).hasSizeBetween(2, 9).allMatch(axis::shows);
        assertThat(axis.ticks()).allMatch(tick -> tick.getEpochSecond() % axis.step() == 0);
    }

    @Test
    void placesTimesFromLeftToRight() {
        Axis axis = new Axis(START, START.plusSeconds(100));

        assertThat(axis.x(START)).isEqualTo(Axis.LEFT);
        assertThat(axis.x(START.plusSeconds(50))).isEqualTo((Axis.LEFT + Axis.RIGHT) / 2.0);
        assertThat(axis.x(START.plusSeconds(500))).isEqualTo(Axis.RIGHT);
        assertThat(Axis.number(12.34)).isEqualTo("12.3");
        assertThat(Axis.number(12.04)).isEqualTo("12");
    }

    @Test
    void shortensWithoutHalvingACharacter() {
        assertThat(Telling.shortened("🚒🚒🚒🚒🚒", 3)).isEqualTo("🚒🚒…");
        assertThat(Telling.shortened("a  b\nc", 10)).isEqualTo("a b c");
        assertThat(Telling.shortened("x".repeat(1000), 5)).isEqualTo("xxxx…");
        assertThat(Telling.shortened(" ".repeat(1000) + "x", 5)).isEqualTo("…");
        assertThat(Telling.shortened("abcde", 5)).isEqualTo("abcde");
    }
}
