package dev.muster.runbook;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.incident.Incident;
import dev.muster.incident.Promise;
import dev.muster.incident.Refusal;
import dev.muster.incident.Responding;
import dev.muster.incident.Role;
import dev.muster.incident.Samples;
import dev.muster.runbook.Action.Approval;
import dev.muster.runbook.Action.Decision;
import dev.muster.runbook.Action.Manual;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run takes the way that its answers say, and no step is done by whoever may not. */
class BranchingTest {

    private final Runbook book = new Runbook(
            "pool",
            "0123456789ab",
            "Pool",
            List.of(),
            List.of(),
            List.of(
                    step(
                            "which",
                            new Decision(List.of(
                                    new Branch("A leak", Optional.empty(), Optional.empty()),
                                    new Branch("Load", Optional.of("scale"), Optional.empty()),
                                    new Branch("Neither", Optional.of(Step.END), Optional.empty())))),
                    step("stop", new Manual()),
                    step("scale", new Manual()),
                    step("allow", new Approval(List.of("ic"), true))));
    private final Incident incident =
            Responding.take(Samples.opened(), Role.IC, BOB, NOW).incident();
    private final Run started = Walking.start(incident, 1, book, ANN, NOW).run();

    @Test
    void goesWhereTheAnswerLeads() {
        RunChange leak = Walking.answer(incident, started, book, "which", 1, BOB, NOW);
        RunChange load = Walking.answer(incident, started, book, "which", 2, BOB, NOW);
        RunChange neither = Walking.answer(incident, started, book, "which", 3, BOB, NOW);

        assertThat(leak.run().current(book)).map(Step::id).contains("stop");
        assertThat(load.run().current(book)).map(Step::id).contains("scale");
        assertThat(load.change().promises()).extracting(Promise::subject).containsExactly("1/which", "1/scale");
        assertThat(load.change().entries().get(0).text()).isEqualTo("“which” of “Pool”: Load");
        assertThat(neither.run().isOver(book)).isTrue();
        assertThat(neither.change().entries()).hasSize(2);
    }

    @Test
    void canBeAnsweredAnewButNotTheSameTwice() {
        Run leak = Walking.answer(incident, started, book, "which", 1, BOB, NOW).run();

        assertThat(Walking.answer(incident, leak, book, "which", 1, ANN, NOW)
                        .change()
                        .isEmpty())
                .isTrue();
        assertThat(Walking.answer(incident, leak, book, "which", 2, ANN, NOW)
                        .run()
                        .current(book))
                .map(Step::id)
                .contains("scale");
    }

    @Test
    void isNotDoneWithoutAnAnswerAndCanBeSkipped() {
        assertThatThrownBy(() -> Walking.mark(incident, started, book, "which", Outcome.DONE, BOB, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessage("“which” needs an answer. Nothing was changed. Press one of them, or skip it.");
        assertThatThrownBy(() -> Walking.answer(incident, started, book, "which", 4, BOB, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has no answer 4. Nothing was changed.");
        assertThat(Walking.mark(incident, started, book, "which", Outcome.SKIPPED, BOB, NOW)
                        .run()
                        .current(book))
                .map(Step::id)
                .contains("stop");
    }

    @Test
    void isApprovedOnlyByTheRoleAndNotByWhoeverAskedForIt() {
        Run waiting = Walking.mark(
                        incident,
                        Walking.answer(incident, started, book, "which", 2, BOB, NOW)
                                .run(),
                        book,
                        "scale",
                        Outcome.DONE,
                        ANN,
                        NOW)
                .run();

        assertThatThrownBy(() -> Walking.mark(incident, waiting, book, "allow", Outcome.DONE, ANN, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessage("This is for ic to approve, and not for whoever started the run. Nothing was changed.");
        Incident annLeads = Responding.assign(incident, Role.IC, ANN, BOB, NOW).incident();
        assertThatThrownBy(() -> Walking.mark(annLeads, waiting, book, "allow", Outcome.DONE, ANN, NOW))
                .isInstanceOf(Refusal.class);
        assertThat(Walking.mark(incident, waiting, book, "allow", Outcome.DONE, BOB, NOW)
                        .run()
                        .isOver(book))
                .isTrue();
    }

    private static Step step(String id, Action action) {
        return new Step(id, id, action, "", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
