package dev.muster.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "1700000000.000100, 2023-11-14T22:13:20Z",
        "1700000000.123456, 2023-11-14T22:13:20.123Z",
        "1700000000.999999, 2023-11-14T22:13:20.999Z",
        "1.5, 1970-01-01T00:00:01.500Z"
    })
    void tellsTheTimeToTheMillisecondWithoutRounding(String ts, Instant expected) {
        assertThat(Times.of(ts, "")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "now", "1700000000", "-1700000000.000100", "1e9.0", "1700000000.", ".5", "1700000000.0001 "})
    void takesTheFallbackWhereThereIsNoTimestamp(String ts) {
        assertThat(Times.isTs(ts)).isFalse();
        assertThat(Times.of(ts, "1700000001.000000")).isEqualTo(Instant.ofEpochSecond(1_700_000_001));
    }

    @Test
    void isAtTheBeginningOfTimeWhereNothingIsKnown() {
        assertThat(Times.of("", "null")).isEqualTo(Instant.EPOCH);
    }
}
