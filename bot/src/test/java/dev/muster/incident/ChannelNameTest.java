package dev.muster.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelNameTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final ChannelName names = new ChannelName("inc-{number}-{date}-{title}");

    @Test
    void namesTheChannelAfterNumberDateAndTitle() {
        String name = named("Checkout is down", 1);

        assertThat(name).isEqualTo("inc-42-2026-11-20-checkout-is-down");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!!", "🔥🔥🔥", "結帳無法使用", "الدفع معطل", "---", "___"})
    void leavesOutATitleOfWhichNothingCanStandInAName(String title) {
        String name = named(title, 1);

        assertThat(name).isEqualTo("inc-42-2026-11-20");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Ünïcödé Überfall,        unicode-uberfall
                    Café ＡＢＣ,             cafe-abc
                    'a  --  b',              a-b
                    DB_primary is DOWN!,     db_primary-is-down
                    🔥 fire 🔥,              fire
                    'Kasse & <b>Versand</b>', kasse-b-versand-b
                    """)
    void writesATitleInWhatSlackAllows(String title, String expected) {
        String name = named(title, 1);

        assertThat(name).isEqualTo("inc-42-2026-11-20-" + expected);
    }

    @Test
    void cutsALongTitleToEightyCharacters() {
        String name = named("x".repeat(300), 1);

        assertThat(name).hasSize(80).startsWith("inc-42-2026-11-20-xxx");
    }

    @Test
    void doesNotEndInAHyphenWhereItWasCut() {
        int room = 80 - "inc-42-2026-11-20-".length();

        String name = named("x".repeat(room - 1) + " and more", 1);

        assertThat(name).hasSize(79).endsWith("x");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9, 10, 123})
    void keepsToEightyCharactersWithASuffixForALaterAttempt(int attempt) {
        String name = named("x".repeat(300), attempt);

        assertThat(name).hasSize(80).endsWith("x-" + attempt);
    }

    @Test
    void addsNoSuffixToTheFirstAttemptAndTheNumberToTheSecond() {
        assertThat(named("Checkout", 1)).endsWith("-checkout");
        assertThat(named("Checkout", 2)).endsWith("-checkout-2");
    }

    @Test
    void takesATitleForWordsEvenIfItLooksLikeAPlaceholder() {
        String name = named("{number} {title} {date}", 1);

        assertThat(name).isEqualTo("inc-42-2026-11-20-number-title-date");
    }

    @Test
    void followsAPatternOfTheHouse() {
        String name = new ChannelName("Störung_{number}").of(new IncidentId(7), DAY, "Checkout", 1);

        assertThat(name).isEqualTo("storung_7");
    }

    @Test
    void needsTheNumberInThePattern() {
        assertThatThrownBy(() -> new ChannelName("inc-{title}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inc-{title}")
                .hasMessageContaining("{number}");
    }

    private String named(String title, int attempt) {
        return names.of(new IncidentId(42), DAY, title, attempt);
    }
}
