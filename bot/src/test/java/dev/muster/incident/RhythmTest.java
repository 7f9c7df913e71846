package dev.muster.incident;

import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

    private static final Duration EVERY = Duration.ofMinutes(15);

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 1", "1, 1", "899, 1", "900, 2", "901, 2", "1799, 2", "1800, 3", "86400, 97"})
    void countsTheUpdatesThatHaveFallenDue(long secondsAfterDue, long expected) {
        Rhythm rhythm = Rhythm.SILENT.owing(NOW);

        assertThat(rhythm.missed(NOW.plusSeconds(secondsAfterDue), EVERY)).isEqualTo(expected);
    }

    @Test
    void missesNothingWhileNothingIsOwed() {
        Rhythm silent = Rhythm.SILENT.owing(NOW).owingNothing();

        assertThat(silent.missed(NOW.plus(Duration.ofDays(9)), EVERY)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 0", "0, 1, 1", "899, 1, 1", "900, 2, 2", "3600, 5, 5"})
    void countsWhatWasOwedAndWhatCameLate(long secondsAfterDue, long owed, long late) {
        Rhythm rhythm = Rhythm.SILENT.owing(NOW);
        StatusUpdate update = new StatusUpdate("Still down", NOW.plusSeconds(secondsAfterDue), Samples.ANN);

        assertThat(rhythm.after(update, EVERY).cadence()).isEqualTo(new Cadence(owed, late));
    }

    @Test
    void owesNothingThatWasNeverDueAndForgetsNothingThatWas() {
        StatusUpdate update = new StatusUpdate("For all to know", NOW, Samples.ANN);

        assertThat(Rhythm.SILENT.after(update, EVERY).cadence()).isEqualTo(Cadence.NONE);
        assertThat(Rhythm.SILENT.owing(NOW).ended(NOW.minusSeconds(1), EVERY).cadence())
                .isEqualTo(Cadence.NONE);
        assertThat(Rhythm.SILENT.owing(NOW).ended(NOW.plusSeconds(900), EVERY).cadence())
                .isEqualTo(new Cadence(2, 2));
    }

    @Test
    void remembersTheLastUpdateWhenTheNextIsOwed() {
        StatusUpdate update = new StatusUpdate("Still down", NOW, Samples.ANN);

        Rhythm rhythm = Rhythm.SILENT.after(update, EVERY).owing(NOW.plus(EVERY));

        assertThat(rhythm.latest()).contains(update);
        assertThat(rhythm.due()).contains(NOW.plus(EVERY));
    }
}
