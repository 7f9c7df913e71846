package dev.muster.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void findsTheRowsThatATextPointsTo() {
        assertThat(Evidence.rows("It began (#12), see #3, #12 and https://x.test/a#9, not C#7 or #0 or #4a"))
                .containsExactly(3L, 12L);
    }

    @Test
    void namesLinesThatPointNowhere() {
        String text =
                """
                Architectural:
                - no circuit breaker (#7)
                - no bulkhead
                1. pools were full #8

                The alert came late.
                """;

        assertThat(Evidence.bare(text)).containsExactly("no bulkhead", "The alert came late.");
    }
}
