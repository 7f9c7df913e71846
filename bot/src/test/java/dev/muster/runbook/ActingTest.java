package dev.muster.runbook;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.incident.Chore;
import dev.muster.incident.Incident;
import dev.muster.incident.Promise;
import dev.muster.incident.Refusal;
import dev.muster.incident.Samples;
import dev.muster.runbook.Action.Approval;
import dev.muster.runbook.Action.Command;
import dev.muster.runbook.Attempt.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The bot does a step once, as it was approved, and never twice by itself. */
class ActingTest {

    private static final Duration HOLDS = Duration.ofMinutes(30);
    private static final Effect GOOD = new Effect(true, "exit status 0", "done");
    private static final Effect BAD = new Effect(false, "exit status 1", "no");

    private final Incident incident = Samples.opened();
    private final Runbook book = book(Care.Failure.ASK);
    private final Run started = Walking.start(incident, 1, book, Setup.of(Map.of("host", "web-1")), ANN, NOW)
            .run();

    @Test
    void isWantedThenBegunThenDone() {
        RunChange wanted = want(approved(started, NOW), NOW);
        RunChange begun = begin(wanted.run(), "w1");
        RunChange ended = end(begun.run(), "w1", GOOD);

        assertThat(wanted.change().promises())
                .extracting(Promise::chore, Promise::subject)
                .contains(org.assertj.core.groups.Tuple.tuple(Chore.ACT, "1/act/1"));
        assertThat(state(wanted.run())).isEqualTo(State.WANTED);
        assertThat(state(begun.run())).isEqualTo(State.STARTED);
        assertThat(state(ended.run())).isEqualTo(State.SUCCEEDED);
        assertThat(ended.run().result("act")).map(Run.Result::outcome).contains(Outcome.DONE);
        assertThat(ended.run().current(book)).map(Step::id).contains("look");
        assertThat(ended.change().entries().get(0).data())
                .containsEntry("output", "done")
                .containsEntry("success", true);
    }

    @Test
    void isBegunByOneAndByNobodyElse() {
        Run begun = begin(want(approved(started, NOW), NOW).run(), "w1").run();

        RunChange again = begin(begun, "w1");
        RunChange other = begin(begun, "w2");
        RunChange third = begin(other.run(), "w3");

        assertThat(again.change().isEmpty()).isTrue();
        assertThat(state(other.run())).isEqualTo(State.UNKNOWN);
        assertThat(other.run().attempt("act").flatMap(Attempt::worker)).contains("w1");
        assertThat(third.change().isEmpty()).isTrue();
    }

    @Test
    void believesOneWhoWasThoughtToBeGoneUntilPeopleHaveSpoken() {
        Run lost = begin(begin(want(approved(started, NOW), NOW).run(), "w1").run(), "w2")
                .run();
        Run settled =
                Acting.settle(incident, lost, book, "act", false, BOB, NOW).run();

        assertThat(state(end(lost, "w1", GOOD).run())).isEqualTo(State.SUCCEEDED);
        assertThat(end(lost, "w2", GOOD).change().isEmpty()).isTrue();
        assertThat(end(settled, "w1", GOOD).change().isEmpty()).isTrue();
        assertThat(state(settled)).isEqualTo(State.FAILED);
    }

    @Test
    void goesOnAsPeopleSayWhereNobodyKnows() {
        Run lost = begin(begin(want(approved(started, NOW), NOW).run(), "w1").run(), "w2")
                .run();

        Run worked = Acting.settle(incident, lost, book, "act", true, BOB, NOW).run();

        assertThat(worked.current(book)).map(Step::id).contains("look");
        assertThatThrownBy(() -> Acting.settle(incident, worked, book, "act", true, BOB, NOW))
                .isInstanceOf(Refusal.class);
        assertThat(state(want(lost, NOW).run())).isEqualTo(State.WANTED);
        assertThat(want(lost, NOW).run().attempt("act")).map(Attempt::number).contains(2);
    }

    @Test
    void isNotBegunWhenTheRunWasStoppedMeanwhile() {
        Run wanted = want(approved(started, NOW), NOW).run();
        Run stopped = Walking.stop(incident, wanted, book, BOB, NOW).run();

        assertThat(state(begin(stopped, "w1").run())).isEqualTo(State.FAILED);
        assertThat(state(Acting.begin(Samples.closed(), wanted, book, "act", 1, "w1", NOW)
                        .run()))
                .isEqualTo(State.FAILED);
    }

    @Test
    void isRunOnceHoweverOftenTheButtonIsPressed() {
        Run wanted = want(approved(started, NOW), NOW, 1).run();
        Run failed = end(begin(wanted, "w1").run(), "w1", BAD).run();

        assertThatThrownBy(() -> want(wanted, NOW, 1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> want(failed, NOW, 1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Walking.mark(incident, wanted, book, "act", Outcome.DONE, ANN, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is being run");
        assertThat(state(want(failed, NOW, 2).run())).isEqualTo(State.WANTED);
    }

    @Test
    void isNotRunWithoutAnApprovalOfExactlyThatWhichIsFresh() {
        Run skipped = Walking.mark(incident, started, book, "allow", Outcome.SKIPPED, BOB, NOW)
                .run();
        Run unseen = Walking.mark(incident, started, book, "allow", Outcome.DONE, BOB, NOW)
                .run();
        Run approved = approved(started, NOW);
        Run other = Steering.tell(incident, approved, book, Map.of("host", "web-2"), ANN, NOW)
                .run();

        assertAskedAgain(want(skipped, NOW));
        assertAskedAgain(want(unseen, NOW));
        assertAskedAgain(want(other, NOW));
        assertAskedAgain(want(approved, NOW.plus(HOLDS)));
        assertThat(state(want(approved, NOW.plus(HOLDS).minusMillis(1)).run())).isEqualTo(State.WANTED);
        assertThatThrownBy(() -> want(started, NOW)).isInstanceOf(Refusal.class);
    }

    @Test
    void takesNoApprovalOfWhatIsNotThereAnyMore() {
        String seen = digest(started).substring(0, Walking.SEEN);
        Run other = Steering.tell(incident, started, book, Map.of("host", "web-2"), ANN, NOW)
                .run();

        assertThatThrownBy(() -> Walking.mark(incident, other, book, "allow", Outcome.DONE, seen, BOB, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not what you saw");
        assertThatThrownBy(() -> Walking.mark(incident, started, book, "allow", Outcome.DONE, "a", BOB, NOW))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void goesOnAfterAFailureAsTheRunbookSays() {
        Run failed = end(begin(want(approved(started, NOW), NOW).run(), "w1").run(), "w1", BAD)
                .run();
        assertThat(failed.current(book)).map(Step::id).contains("act");

        assertThat(failedUnder(Care.Failure.CONTINUE).current(book))
                .map(Step::id)
                .contains("look");
        assertThat(failedUnder(Care.Failure.STOP).stopped()).isTrue();
    }

    @Test
    void refusesAValueThatIsNone() {
        assertThatThrownBy(() -> Steering.tell(incident, started, book, Map.of("host", "a b"), ANN, NOW))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Walking.start(incident, 1, book, Setup.of(Map.of("hots", "a")), ANN, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("host");
    }

    private Run failedUnder(Care.Failure failure) {
        Runbook other = book(failure);
        Run run = begin(want(approved(started, NOW), NOW).run(), "w1").run();
        return Acting.end(incident, run, other, "act", 1, "w1", BAD, NOW).run();
    }

    private void assertAskedAgain(RunChange change) {
        assertThat(change.run().attempt("act")).isEmpty();
        assertThat(change.run().current(book)).map(Step::id).contains("allow");
        assertThat(change.change().entries()).hasSize(1).allMatch(entry -> entry.told());
    }

    private Run approved(Run run, Instant at) {
        return Walking.mark(incident, run, book, "allow", Outcome.DONE, digest(run), BOB, at)
                .run();
    }

    private String digest(Run run) {
        return order(run).digest();
    }

    private Order order(Run run) {
        return Outlook.of(incident, run, book, book.step("act")).order().orElseThrow();
    }

    private RunChange want(Run run, Instant at) {
        return want(run, at, 0);
    }

    private RunChange want(Run run, Instant at, int number) {
        return Acting.want(incident, run, book, "act", order(run), number, HOLDS, ANN, at);
    }

    private RunChange begin(Run run, String worker) {
        return Acting.begin(incident, run, book, "act", 1, worker, NOW);
    }

    private RunChange end(Run run, String worker, Effect effect) {
        return Acting.end(incident, run, book, "act", 1, worker, effect, NOW);
    }

    private static State state(Run run) {
        return run.attempt("act").orElseThrow().state();
    }

    private static Runbook book(Care.Failure failure) {
        Parameter host = new Parameter(
                "host", Parameter.Type.TEXT, Optional.of("[a-z0-9-]+"), List.of(), Optional.empty(), Optional.empty());
        return new Runbook(
                "restart",
                "0123456789ab",
                "Restart a host",
                List.of(),
                List.of(),
                List.of(
                        step("allow", new Approval(List.of(), true), Care.Failure.ASK),
                        step("act", new Command(List.of("restart", "{{host}}")), failure),
                        step("look", new Action.Check(), Care.Failure.ASK)),
                Upkeep.UNKNOWN,
                List.of(),
                List.of(host));
    }

    private static Step step(String id, Action action, Care.Failure failure) {
        Care care = new Care(Optional.empty(), failure, Optional.empty(), Optional.empty());
        return new Step(
                id,
                "Title of " + id,
                action,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                care,
                Optional.empty());
    }
}
