package dev.muster.runbook;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.ID;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.incident.Change;
import dev.muster.incident.Chore;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Promise;
import dev.muster.incident.Refusal;
import dev.muster.incident.Samples;
import dev.muster.runbook.Run.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalkingTest {

    private final Runbook book = new Runbook(
            "disk-space",
            "0123456789ab",
            "Disks full",
            List.of("@platform"),
            List.of(),
            List.of(step("look"), step("clean"), step("check")));
    private final Incident incident = Samples.opened();
    private final Run started = Walking.start(incident, 1, book, ANN, NOW).run();

    @Test
    void beginsWithTheFirstStepOfTheVersionThatItIsTiedTo() {
        RunChange change = Walking.start(incident, 3, book, ANN, NOW);

        assertThat(change.run())
                .isEqualTo(new Run(
                        ID,
                        3,
                        "disk-space",
                        "0123456789ab",
                        Optional.of(ANN),
                        Map.of(),
                        Map.of(),
                        false,
                        Setup.NONE.at(NOW),
                        Work.NONE));
        assertThat(change.run().current(book)).contains(step("look"));
        assertThat(change.change().promises()).containsExactly(shown("3/look"));
        assertThat(change.change().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.RUNBOOK);
            assertThat(entry.text()).isEqualTo("Started the runbook “Disks full” (version 0123456789ab)");
            assertThat(entry.data())
                    .containsOnly(
                            Map.entry("run", 3L),
                            Map.entry("runbook", "disk-space"),
                            Map.entry("version", "0123456789ab"));
            assertThat(entry.told()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"DONE", "SKIPPED"})
    void goesOnToTheNextStepWhenOneIsDoneOrSkipped(Outcome outcome) {
        RunChange change = mark(started, "look", outcome);

        assertThat(change.run().current(book)).contains(step("clean"));
        assertThat(change.run().result("look")).contains(new Result(outcome, BOB, NOW));
        assertThat(change.change().promises()).containsExactly(shown("1/look"), shown("1/clean"));
        assertThat(change.change().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.text()).isEqualTo("Step “Title of look” of “Disks full”: " + outcome);
            assertThat(entry.data()).containsEntry("step", "look").containsEntry("outcome", outcome.toString());
        });
    }

    @Test
    void stopsAtABlockedStepUntilItIsDoneAfterAll() {
        RunChange blocked = mark(started, "look", Outcome.BLOCKED);

        RunChange done = mark(blocked.run(), "look", Outcome.DONE);

        assertThat(blocked.run().current(book)).contains(step("look"));
        assertThat(blocked.change().promises()).containsExactly(shown("1/look"));
        assertThat(done.run().current(book)).contains(step("clean"));
        assertThat(done.run().result("look").map(Result::outcome)).contains(Outcome.DONE);
    }

    @Test
    void refusesAStepThatIsNotReached() {
        assertThatThrownBy(() -> mark(started, "check", Outcome.DONE))
                .isInstanceOf(Refusal.class)
                .hasMessage("The step “Title of check” is not reached yet. Nothing was changed. "
                        + "Finish the one before it first.");
    }

    @Test
    void refusesTheStepAfterABlockedOne() {
        Run blocked = mark(started, "look", Outcome.BLOCKED).run();

        assertThatThrownBy(() -> mark(blocked, "clean", Outcome.DONE)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesAStepThatTheRunbookDoesNotHave() {
        assertThatThrownBy(() -> mark(started, "dance", Outcome.DONE))
                .isInstanceOf(Refusal.class)
                .hasMessage("The runbook `disk-space` has no step `dance`.");
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void changesNothingWhenAStepIsMarkedTwiceTheSame(Outcome outcome) {
        Run once = mark(started, "look", outcome).run();

        RunChange twice = Walking.mark(incident, once, book, "look", outcome, ANN, NOW.plusSeconds(9));

        assertThat(twice.run()).isEqualTo(once);
        assertThat(twice.change().isEmpty()).isTrue();
    }

    @Test
    void remarksAStepThatIsBehindWithoutGoingBack() {
        Run second = mark(started, "look", Outcome.SKIPPED).run();

        RunChange change = mark(second, "look", Outcome.DONE);

        assertThat(change.run().result("look").map(Result::outcome)).contains(Outcome.DONE);
        assertThat(change.run().current(book)).contains(step("clean"));
    }

    @Test
    void isOverAfterTheLastStepAndSaysSo() {
        Run last = mark(mark(started, "look", Outcome.DONE).run(), "clean", Outcome.SKIPPED)
                .run();

        RunChange change = mark(last, "check", Outcome.DONE);

        assertThat(last.isOver(book)).isFalse();
        assertThat(change.run().isOver(book)).isTrue();
        assertThat(change.change().entries())
                .extracting(Entry::text)
                .containsExactly("Step “Title of check” of “Disks full”: done", "Finished the runbook “Disks full”");
        assertThat(change.change().promises()).containsExactly(shown("1/check"));
    }

    @Test
    void isNotOverWhileTheLastStepIsBlocked() {
        Run last = mark(mark(started, "look", Outcome.DONE).run(), "clean", Outcome.DONE)
                .run();

        RunChange change = mark(last, "check", Outcome.BLOCKED);

        assertThat(change.run().isOver(book)).isFalse();
        assertThat(change.change().entries()).hasSize(1);
    }

    @Test
    void stopsARunOnce() {
        RunChange stopped = Walking.stop(incident, started, book, BOB, NOW);

        RunChange again = Walking.stop(incident, stopped.run(), book, BOB, NOW);

        assertThat(stopped.run().stopped()).isTrue();
        assertThat(stopped.run().isOver(book)).isTrue();
        assertThat(stopped.change().entries())
                .extracting(Entry::text)
                .containsExactly("Stopped the runbook “Disks full”");
        assertThat(again.change().isEmpty()).isTrue();
    }

    @Test
    void refusesAStepOfARunThatWasStopped() {
        Run stopped = Walking.stop(incident, started, book, BOB, NOW).run();

        assertThatThrownBy(() -> mark(stopped, "look", Outcome.DONE)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesToWalkInAClosedIncident() {
        assertThatThrownBy(() -> Walking.start(Samples.closed(), 2, book, ANN, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INC-42 is closed");
        assertThatThrownBy(() -> Walking.mark(Samples.closed(), started, book, "look", Outcome.DONE, BOB, NOW))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void leavesTheIncidentItselfAlone() {
        List<Change> changes = List.of(
                Walking.start(incident, 1, book, ANN, NOW).change(),
                mark(started, "look", Outcome.DONE).change(),
                Walking.stop(incident, started, book, ANN, NOW).change());

        assertThat(changes).noneMatch(Change::moved);
        assertThat(changes).extracting(Change::incident).containsOnly(incident);
    }

    @ParameterizedTest
    @CsvSource({"done, DONE", "DONE, DONE", "skip, SKIPPED", "skipped, SKIPPED", "block, BLOCKED", "Blocked, BLOCKED"})
    void readsAnOutcome(String word, Outcome expected) {
        assertThat(Outcome.parse(word)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "don", "donee", "ok"})
    void refusesAnOutcomeThatThereIsNot(String word) {
        assertThatThrownBy(() -> Outcome.parse(word))
                .isInstanceOf(Refusal.class)
                .hasMessage("A step ends as `done`, `skipped` or `blocked`, not `" + word + "`.");
    }

    @Test
    void needsAtLeastOneStep() {
        assertThatThrownBy(() -> new Runbook("x", "1", "X", List.of(), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("steps of x: none (expected: at least one)");
    }

    private RunChange mark(Run run, String step, Outcome outcome) {
        return Walking.mark(incident, run, book, step, outcome, BOB, NOW);
    }

    private static Promise shown(String runAndStep) {
        return Promise.toRoom(ID, Chore.STEP, runAndStep, NOW);
    }

    private static Step step(String id) {
        return new Step(
                id,
                "Title of " + id,
                new Action.Manual(),
                "Do " + id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
