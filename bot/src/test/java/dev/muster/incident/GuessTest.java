package dev.muster.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessTest {

    private static final List<String> KNOWN = List.of("declare", "resolve", "reopen", "role", "sev", "close");

    @ParameterizedTest
    @CsvSource({
        "declar, declare",
        "delcare, declare",
        "resovle, resolve",
        "reslve, resolve",
        "roel, role",
        "sevv, sev",
        "clos, close"
    })
    void guessesTheNearestKnownWord(String word, String expected) {
        assertThat(Guess.of(word, KNOWN)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"xyzzy", "hello", "postmortem", "''"})
    void doesNotGuessWhatIsFarFromEverything(String word) {
        assertThat(Guess.of(word, KNOWN)).isEmpty();
    }

    @Test
    void guessesNothingWhereNothingIsKnown() {
        assertThat(Guess.of("declare", List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "'', abc, 3", "abc, '', 3", "same, same, 0", "ab, ba, 2"})
    void countsTheLettersToAddLeaveOutOrChange(String one, String other, int expected) {
        assertThat(Guess.distance(one, other)).isEqualTo(expected);
    }

    @Test
    void asksInASentenceOrSaysNothing() {
        assertThat(Guess.sentence("clsoe", KNOWN)).isEqualTo(" Did you mean \"close\"?");
        assertThat(Guess.sentence("xyzzy", KNOWN)).isEmpty();
    }
}
