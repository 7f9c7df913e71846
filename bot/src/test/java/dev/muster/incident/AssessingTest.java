package dev.muster.incident;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssessingTest {

    private static final Impact CARDS = new Impact(
            "Cards are declined",
            Optional.of(1200L),
            Optional.empty(),
            List.of("checkout"),
            Map.of(),
            false,
            Impact.Detail.NONE);

    private final Incident hurt = Assessing.impact(Samples.opened(), CARDS, ANN, Samples.HANDBOOK, NOW)
            .incident();

    @Test
    void keepsWhatIsNotSaidAnew() {
        Impact more = new Impact(
                "",
                Optional.of(3000L),
                Optional.of("9,000 EUR"),
                List.of(),
                Map.of("pay", "12%"),
                false,
                Impact.Detail.NONE);

        Change change = Assessing.impact(hurt, more, ANN, Samples.HANDBOOK, NOW);

        assertThat(change.incident().conduct().impact())
                .isEqualTo(new Impact(
                        "Cards are declined",
                        Optional.of(3000L),
                        Optional.of("9,000 EUR"),
                        List.of("checkout"),
                        Map.of("pay", "12%"),
                        false,
                        Impact.Detail.NONE));
        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.IMPACT);
            assertThat(entry.text()).isEqualTo("3000 users · revenue: 9,000 EUR · pay: 12% of the error budget");
            assertThat(entry.data())
                    .containsEntry("before", "Cards are declined · 1200 users · services: checkout")
                    .containsEntry("users", 3000L);
        });
    }

    @Test
    void saysNothingTwice() {
        assertThat(Assessing.impact(hurt, CARDS, ANN, Samples.HANDBOOK, NOW).isEmpty())
                .isTrue();
    }
}
