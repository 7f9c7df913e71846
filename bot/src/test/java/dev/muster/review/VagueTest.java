package dev.muster.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items by which nobody can tell whether they are done are asked about; all others are left in peace. */
class VagueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Improve monitoring | Which signal
            add alerting for the pool | Which signal
            Be more careful with migrations | What in the system
            Train the on-call engineers | What in the system
            Investigate why the job leaks | known or decided
            Look into caching | known or decided
            Update the runbook | who tries it out
            Make the retry logic better | value or limit
            Clean up the cron jobs of billing | value or limit
            Fix the bug | somebody see that it is gone
            Postgres | What exactly
            """)
    void asks(String words, String question) {
        assertThat(Vague.question(words))
                .hasValueSatisfying(asked -> assertThat(asked).contains(question));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alert the on-call when pool usage is above 80 %",
                "Add connection leak detection to the nightly job of billing",
                "Document the failover in `region-failover`",
                "Rotate the certificate by a job that runs each week",
                "Write https://wiki.example/runbooks/pool anew",
                "Let the deploy stop when the error budget is used up"
            })
    void leavesInPeace(String words) {
        assertThat(Vague.question(words)).isEmpty();
    }
}
