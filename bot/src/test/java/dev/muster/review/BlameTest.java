package dev.muster.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.review.Blame.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlameTest {

    private static final List<String> PEOPLE = List.of("Alice", "bob");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The cause was human error.",
                "Alice failed to check the replica.",
                "@bob forgot the flag",
                "The on-call engineer mistakenly dropped the table.",
                "They should have tested it.",
                "It shouldn't have been merged",
                "A careless deployment",
                "It was Bob's fault.",
                "The team ignored the alert.",
                "Nobody is to blame",
                "they didn't bother to look",
                "The developer broke production."
            })
    void asksAboutWordsThatBlame(String text) {
        List<Finding> findings = Blame.in(text, PEOPLE);

        assertThat(findings).isNotEmpty();
        assertThat(findings).allMatch(finding -> finding.question().endsWith("?"));
        assertThat(findings).allMatch(finding -> text.startsWith(finding.words(), finding.from()));
    }

    /** Systems fail, and that is what a post-mortem is about. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The job failed to release its connections.",
                "Failover failed twice.",
                "The alert was not noticed for ten minutes, because it had fired all week.",
                "We keep a blameless culture.",
                "Nobody is blamed here.",
                "Certbot refused to renew: rate limit.",
                "Alice restarted the pods.",
                "A default value was missing."
            })
    void leavesFactsAlone(String text) {
        assertThat(Blame.in(text, PEOPLE)).isEmpty();
    }

    @Test
    void namesEachPlaceInTheOrderOfTheText() {
        assertThat(Blame.in("Human error. Alice forgot it, and should have known.", PEOPLE))
                .extracting(Finding::words)
                .containsExactly("Human error", "Alice forgot it", "should have known");
    }

    @Test
    void takesNamesAsTheyAre() {
        assertThat(Blame.in("Mr. (X failed to look", List.of("(X", ""))).hasSize(1);
    }
}
