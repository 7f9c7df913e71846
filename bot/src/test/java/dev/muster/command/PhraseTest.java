package dev.muster.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.UserId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {

    @Test
    void takesPartsInAnyOrderUntilTheFreeTextIsLeft() {
        Phrase phrase = new Phrase("  checkout --private is   sev1 down ");

        Map<String, String> found = phrase.severity("severity").flag("private").rest("title");

        assertThat(found)
                .containsOnly(
                        Map.entry("severity", "sev1"),
                        Map.entry("private", "yes"),
                        Map.entry("title", "checkout is down"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "down --services \"a b, c\" now;a b, c",
                "down --services “a b, c” now;a b, c",
                "down --services=a,b now;a,b",
                "down --service a now;a"
            })
    void takesAnOptionWithSpacesInQuotesOfAnySort(String words, String value) {
        Phrase phrase = new Phrase(words);

        assertThat(phrase.option("services").rest("text"))
                .containsOnly(Map.entry("services", value), Map.entry("text", "down now"));
    }

    @ParameterizedTest
    @CsvSource({"sev1x", "xsev1", "sev12", "--privately", "a--private", "sev9"})
    void takesNoPartOfAWord(String word) {
        Phrase phrase = new Phrase(word);

        assertThat(phrase.severity("severity").flag("private").rest("title")).containsOnly(Map.entry("title", word));
    }

    @ParameterizedTest
    @CsvSource({"SEV-2, sev2", "sev3, sev3", "Sev1, sev1"})
    void readsASeverityHoweverItIsWritten(String word, String expected) {
        assertThat(new Phrase(word).severity("severity").found()).containsEntry("severity", expected);
    }

    @ParameterizedTest
    @CsvSource({
        "give <@U0BOB> the lead, U0BOB, give the lead",
        "<@W0BOB|bob> leads, W0BOB, leads",
        "now <@U0BOB>, U0BOB, now",
        "<@U0BOB> and <@U0ANN>, U0BOB, and <@U0ANN>"
    })
    void takesTheFirstPerson(String words, String person, String rest) {
        Phrase phrase = new Phrase(words).person("user");

        assertThat(phrase.found()).containsOnly(Map.entry("user", person));
        assertThat(phrase.rest()).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource({"@bob", "<!channel>", "<#C0ROOM>", "<@>", "<@B0BOT>"})
    void takesNobodyWhereNobodyIsMeant(String words) {
        assertThat(new Phrase(words).person("user").rest("text")).containsOnly(Map.entry("text", words));
        assertThat(Phrase.mentioned(words)).isEmpty();
    }

    @Test
    void findsWhoIsMentioned() {
        assertThat(Phrase.mentioned("to <@U0BOB|bob>, please")).contains(new UserId("U0BOB"));
    }

    @Test
    void takesWordForWord() {
        Phrase phrase = new Phrase("done 3\n1 day").word("what").word("number");

        assertThat(phrase.rest("pause"))
                .containsOnly(Map.entry("what", "done"), Map.entry("number", "3"), Map.entry("pause", "1 day"));
    }

    @Test
    void remembersNothingThatWasNotSaid() {
        assertThat(new Phrase("  ")
                        .word("what")
                        .person("user")
                        .severity("sev")
                        .flag("drill")
                        .rest("text"))
                .isEmpty();
    }

    @Test
    void keepsTheLinesOfALongText() {
        assertThat(new Phrase("first line\n  second line --drill").flag("drill").rest("text"))
                .containsEntry("text", "first line\n  second line");
    }
}
