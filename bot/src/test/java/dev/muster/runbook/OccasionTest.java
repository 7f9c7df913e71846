package dev.muster.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Severity;
import dev.muster.runbook.Occasion.Situation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccasionTest {

    private static final Situation NOW = new Situation(
            Severity.SEV2,
            Set.of("orders", "orders-db"),
            Map.of("alertname", "PgDown", "zone", "a"),
            "Orders-DB: is DOWN!");

    @ParameterizedTest
    @CsvSource({
        "SEV2, orders-db, PgDown, down, true",
        "SEV1, orders-db, PgDown, down, false",
        "SEV2, billing,   PgDown, down, false",
        "SEV2, orders-db, PgUp,   down, false",
        "SEV2, orders-db, PgDown, up,   false"
    })
    void fitsWhenAllThatItNamesIsSo(Severity severity, String service, String alert, String word, boolean fits) {
        Occasion occasion = new Occasion(Set.of(severity), Set.of(service), Map.of("alertname", alert), List.of(word));

        assertThat(occasion.fits(NOW)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"down, true", "Is Down, true", "orders db, true", "own, false", "order, false", "db orders, false"})
    void findsWholeWordsInAnyCase(String words, boolean fits) {
        assertThat(new Occasion(Set.of(), Set.of(), Map.of(), List.of("nothing", words)).fits(NOW))
                .isEqualTo(fits);
    }

    @Test
    void anyOfSeveralIsEnough() {
        Occasion other = new Occasion(Set.of(Severity.SEV1), Set.of(), Map.of(), List.of());
        Occasion one = new Occasion(Set.of(Severity.SEV1, Severity.SEV2), Set.of(), Map.of(), List.of());

        assertThat(book(other).fits(NOW)).isFalse();
        assertThat(book(other, one).fits(NOW)).isTrue();
        assertThat(book().fits(NOW)).isFalse();
    }

    private static Runbook book(Occasion... when) {
        Step step = new Step("a", "A", new Action.Manual(), "", Optional.empty(), Optional.empty(), Optional.empty());
        return new Runbook(
                "x", "1", "X", List.of(), List.of(), List.of(step), Upkeep.UNKNOWN, List.of(when), List.of());
    }
}
