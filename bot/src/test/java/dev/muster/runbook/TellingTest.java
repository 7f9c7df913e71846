package dev.muster.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingTest {

    @ParameterizedTest
    @CsvSource({
        "abc,  abc,  ''",
        "abc,  abxc, '  a|  b|+ x|  c'",
        "abc,  ac,   '  a|- b|  c'",
        "abc,  axc,  '  a|- b|+ x|  c'",
        "'',   a,    '+ a'",
        "a,    '',   '- a'",
        "abcd, bcda, '- a|  b|  c|  d|+ a'"
    })
    void saysWhatIsGoneAndWhatIsNew(String from, String to, String expected) {
        assertThat(String.join("|", Difference.between(letters(from), letters(to))))
                .isEqualTo(expected);
    }

    @Test
    void doesNotLookForWhatMovedInTextsTooLong() {
        List<String> old = Collections.nCopies(6_000, "a");
        List<String> now = Collections.nCopies(6_000, "b");

        assertThat(Difference.between(old, now))
                .hasSize(12_000)
                .startsWith("- a")
                .endsWith("+ b");
    }

    private static List<String> letters(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(""));
    }
}
