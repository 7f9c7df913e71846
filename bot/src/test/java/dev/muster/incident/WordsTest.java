package dev.muster.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "45s, PT45S",
        "30m, PT30M",
        "2h, PT2H",
        "3d, P3D",
        "0s, PT0S",
        "20 sec, PT20S",
        "20 seconds, PT20S",
        "1 minute, PT1M",
        "15 min, PT15M",
        "15mins, PT15M",
        "1 hour, PT1H",
        "12 hours, PT12H",
        "1 day, P1D",
        "3 days, P3D",
        " 30M , PT30M",
        "PT30M, PT30M",
        "pt1h30m, PT1H30M",
        "P2D, P2D",
        "2w, P14D",
        "1 week, P7D",
        "3650d, P3650D"
    })
    void readsDurationsAsPeopleWriteThem(String words, Duration expected) {
        assertThat(Words.duration(words)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "30",
                "m",
                "-5m",
                "1.5h",
                "3 moons",
                "3651d",
                "PT99999999999999H",
                "1000000s",
                "PT-5M",
                "-PT5M",
                "1h30m"
            })
    void readsNothingThatIsNoDuration(String words) {
        assertThat(Words.duration(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.9S, 0 s",
        "PT59S, 59 s",
        "PT1M, 1 min",
        "PT15M, 15 min",
        "PT2H5M, 2 h 5 min",
        "PT2H5M7S, 2 h 5 min",
        "P3D, 3 d",
        "P3DT1S, 3 d 1 s",
        "P1DT2H3M, 1 d 2 h"
    })
    void saysADurationInAtMostTwoParts(Duration duration, String expected) {
        assertThat(Words.of(duration)).isEqualTo(expected);
    }

    @Test
    void saysAMomentToTheMinuteNamingTheZone() {
        Instant at = Instant.parse("2026-07-01T12:34:56Z");

        assertThat(Words.day(at, Words.UTC)).isEqualTo("2026-07-01 12:34 UTC");
        assertThat(Words.day(at, ZoneId.of("Europe/Berlin"))).isEqualTo("2026-07-01 14:34 CEST");
    }
}
