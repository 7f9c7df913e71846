package dev.muster.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.incident.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImpactWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1200|1200|",
                "3k|3000|",
                "~2,000|2000|",
                "85%||85%",
                "100 %||100%",
                "12.5%||12.5%",
                "8500 (85%)|8500|85%",
                "about 8,500 85%|8500|85%"
            })
    void readsANumberAShareOrBoth(String words, Long number, String share) {
        assertThat(ImpactWords.number(words).orElse(null)).isEqualTo(number);
        assertThat(ImpactWords.share(words).orElse(null)).isEqualTo(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "8,5%", "1%%", "99999999999", "(", "k", "-3"})
    void refusesWhatIsNeither(String words) {
        assertThatThrownBy(() -> ImpactWords.number(words))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Nothing was changed. Try `1200`");
    }

    @Test
    void readsFiguresWithTheirNames() {
        assertThat(ImpactWords.figures("error rate=0.5% → 8%;\n nodes failed = 3 of 8, one twice ;"))
                .containsEntry("error rate", "0.5% → 8%")
                .containsEntry("nodes failed", "3 of 8, one twice")
                .hasSize(2);
        assertThatThrownBy(() -> ImpactWords.figures("47 pods"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("`47 pods` is no figure with a name");
    }
}
