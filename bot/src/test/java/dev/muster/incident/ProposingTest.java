package dev.muster.incident;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.ID;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.incident.Proposal.State;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProposingTest {

    private final Change proposing = Proposing.propose(Samples.opened(), "Roll back 4711", BOB, NOW);
    private final Incident proposed = proposing.incident();

    @Test
    void writesDownWhatIsProposedAndShowsIt() {
        assertThat(Proposing.proposal(proposed, 1))
                .isEqualTo(new Proposal(1, "Roll back 4711", BOB, NOW, State.OPEN, Optional.empty()));
        assertThat(proposing.promises()).contains(Promise.toRoom(ID, Chore.PROPOSAL, "1", NOW));
        assertThat(proposing.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.NOTE);
            assertThat(entry.text()).isEqualTo("Proposal 1: Roll back 4711");
        });
    }

    @Test
    void countsAndKeepsTheirOrder() {
        Incident two = Proposing.propose(proposed, "Drain host b", ANN, NOW).incident();
        Incident decided = Proposing.decide(two, 1, State.DECLINED, Optional.empty(), ANN, NOW)
                .incident();

        assertThat(decided.conduct().proposals()).extracting(Proposal::number).containsExactly(1, 2);
        assertThat(decided.conduct().open()).extracting(Proposal::number).containsExactly(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"APPROVED", "DECLINED"})
    void isADecisionOfSomebodyElseWithItsReason(State state) {
        Change change = Proposing.decide(proposed, 1, state, Optional.of("the graph says so"), ANN, NOW);

        assertThat(Proposing.proposal(change.incident(), 1).state()).isEqualTo(state);
        assertThat(Proposing.proposal(change.incident(), 1).decidedBy()).contains(ANN);
        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.DECISION);
            assertThat(entry.text()).isEqualTo("Proposal 1 " + state + " because the graph says so: Roll back 4711");
            assertThat(entry.told()).isTrue();
        });
    }

    @Test
    void isNeverDecidedByWhoeverProposedItNorTwice() {
        Incident approved = Proposing.decide(proposed, 1, State.APPROVED, Optional.empty(), ANN, NOW)
                .incident();

        assertThatThrownBy(() -> Proposing.decide(proposed, 1, State.APPROVED, Optional.empty(), BOB, NOW))
                .hasMessageContaining("yourself");
        assertThatThrownBy(() -> Proposing.decide(approved, 1, State.DECLINED, Optional.empty(), ANN, NOW))
                .hasMessageContaining("approved by Ann already");
    }

    @Test
    void isHaltedAlsoAfterItWasApprovedButNotOnceItIsDone() {
        Incident approved = Proposing.decide(proposed, 1, State.APPROVED, Optional.empty(), ANN, NOW)
                .incident();
        Incident done = Proposing.done(approved, 1, BOB, NOW).incident();

        assertThat(Proposing.proposal(
                                Proposing.halt(approved, 1, Optional.empty(), ANN, NOW)
                                        .incident(),
                                1)
                        .state())
                .isEqualTo(State.HALTED);
        assertThatThrownBy(() -> Proposing.halt(done, 1, Optional.empty(), ANN, NOW))
                .hasMessageContaining("done");
        assertThatThrownBy(() -> Proposing.done(proposed, 1, BOB, NOW)).hasMessageContaining("not approved");
    }

    @Test
    void refusesANumberThatThereIsNot() {
        assertThatThrownBy(() -> Proposing.proposal(proposed, 2)).hasMessageContaining("no proposal 2");
    }
}
