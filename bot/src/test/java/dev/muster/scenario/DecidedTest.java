package dev.muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.muster.incident.Change;
import dev.muster.incident.Incident;
import dev.muster.incident.Proposal.State;
import dev.muster.incident.Proposing;
import dev.muster.incident.Samples;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecidedTest {

    private static final Condition DECIDED = Condition.decided(Pattern.compile("restart"));

    @ParameterizedTest
    @CsvSource({"APPROVED, true", "DECLINED, false"})
    void countsAProposalOnlyOnceItIsApproved(State state, boolean expected) {
        Incident proposed = Proposing.propose(Samples.opened(), "restart it", Samples.ANN, Samples.NOW)
                .incident();

        Change change = Proposing.decide(proposed, 1, state, Optional.empty(), Samples.BOB, Samples.NOW);

        assertThat(DECIDED.since(new Situation(change.incident(), change.entries(), Set.of(), Samples.NOW)))
                .matches(since -> since.isPresent() == expected);
    }
}
