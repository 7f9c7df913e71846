package dev.muster.runbook;

import dev.muster.incident.Actor;
import dev.muster.incident.Change;
import dev.muster.incident.Chore;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Origin;
import dev.muster.incident.Promise;
import dev.muster.incident.Refusal;
import dev.muster.incident.Stage;
import dev.muster.runbook.Attempt.State;
import dev.muster.runbook.Run.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the bot itself does a step: asked for, begun, ended. What was begun is never begun again by itself; where nobody
 * knows what came of it, people say so. Pure decisions.
 */
public final class Acting {

    private Acting() {}

    /**
     * Somebody wants it done.
     *
     * @param order what exactly
     * @param number which try of the step it is meant to be, from 1; 0 for whichever comes next
     * @param approvalHolds for how long an approval is good
     */
    public static RunChange want(
            Incident incident,
            Run run,
            Runbook book,
            String stepId,
            Order order,
            int number,
            Duration approvalHolds,
            Actor by,
            Instant at) {
        incident.requireNotClosed();
        Step step = book.step(stepId);
        int next = run.attempt(stepId).map(Attempt::number).orElse(0) + 1;
        requireFree(run, book, step, number == 0 || number == next);
        Optional<Step> approval = run.before(book, step).filter(before -> before.kind() == Action.Kind.APPROVAL);
        if (approval.isPresent() && !isApproved(run, approval.get(), order, approvalHolds, at)) {
            return askAgain(incident, run, book, approval.get(), at);
        }
        Attempt attempt = new Attempt(next, State.WANTED, order.text(), by, at, Optional.empty(), Optional.empty());
        Change change = Change.none(incident)
                .saying(entry(incident, run, book, step, at, Optional.of(by), "wanted: " + order.text())
                        .with("sha256", order.digest())
                        .with("attempt", (long) next))
                .promising(Promise.toMachine(run.incident(), run.number() + "/" + stepId + "/" + next, at))
                .promising(Walking.show(run, step, at));
        return new RunChange(run.working(run.work().tried(stepId, attempt)), change);
    }

    /** Whoever presses twice means it once. */
    private static void requireFree(Run run, Runbook book, Step step, boolean isNext) {
        Walking.requireReached(run, book, step);
        if (run.current(book).filter(step::equals).isEmpty()) {
            throw new Refusal("The step “%s” is done. Nothing was run.".formatted(step.title()));
        }
        boolean isUnderWay = run.attempt(step.id())
                .filter(attempt -> attempt.state().isUnderWay())
                .isPresent();
        if (isUnderWay || !isNext) {
            throw new Refusal(
                    "“%s” is being run already, or has been. Nothing was run twice. What comes of it is shown at the step."
                            .formatted(step.title()));
        }
    }

    /** Exactly this, by somebody who may, not too long ago. A step that was skipped approves of nothing. */
    private static boolean isApproved(Run run, Step approval, Order order, Duration holds, Instant at) {
        boolean isFresh = run.result(approval.id())
                .filter(result -> result.outcome() == Outcome.DONE)
                .filter(result -> at.isBefore(result.at().plus(holds)))
                .isPresent();
        return isFresh && order.digest().equals(run.work().approved().get(approval.id()));
    }

    private static RunChange askAgain(Incident incident, Run run, Runbook book, Step approval, Instant at) {
        String why =
                "nothing was run: what is to be run was not approved as it is now, or too long ago. It is asked for again";
        Change change = Change.none(incident)
                .saying(entry(incident, run, book, approval, at, Optional.empty(), why)
                        .asTold())
                .promising(Walking.show(run, approval, at));
        return new RunChange(run.without(approval.id()), change);
    }

    /**
     * Somebody takes it in hand, and is the only one: nobody else begins it. One that another began, who is gone, has an
     * end that nobody knows.
     *
     * @param worker tells them from all others
     */
    public static RunChange begin(
            Incident incident, Run run, Runbook book, String stepId, int number, String worker, Instant at) {
        Optional<Attempt> attempt = run.attempt(stepId).filter(each -> each.number() == number);
        Step step = book.step(stepId);
        boolean isWanted = attempt.filter(each -> each.state() == State.WANTED).isPresent();
        boolean isOver = run.current(book).filter(step::equals).isEmpty() || incident.stage() == Stage.CLOSED;
        if (isWanted && isOver) {
            return tooLate(incident, run, book, step, attempt.get(), at);
        }
        if (isWanted) {
            Attempt begun = attempt.get().as(State.STARTED, Optional.of(worker), Optional.empty());
            Change change = Change.none(incident).promising(Walking.show(run, step, at));
            return new RunChange(run.working(run.work().tried(stepId, begun)), change);
        }
        if (attempt.filter(each -> each.state() == State.STARTED && !each.isOf(worker))
                .isPresent()) {
            return unknown(incident, run, book, step, attempt.get(), at);
        }
        return new RunChange(run, Change.none(incident));
    }

    /** Whoever stopped the run meanwhile stopped this, too. */
    private static RunChange tooLate(Incident incident, Run run, Runbook book, Step step, Attempt attempt, Instant at) {
        String why = "was not begun, because the run was stopped before";
        Attempt dropped = attempt.as(State.FAILED, Optional.empty(), Optional.of(why));
        Change change = Change.none(incident)
                .saying(entry(incident, run, book, step, at, Optional.empty(), why))
                .promising(Walking.show(run, step, at));
        return new RunChange(run.working(run.work().tried(step.id(), dropped)), change);
    }

    private static RunChange unknown(Incident incident, Run run, Runbook book, Step step, Attempt attempt, Instant at) {
        String why =
                "it was begun, and then I was cut off. I do not know what came of it, and do not run it again. Please look, and say at the step whether it worked";
        Change change = Change.none(incident)
                .saying(entry(incident, run, book, step, at, Optional.empty(), why)
                        .asTold()
                        .asKey())
                .promising(Walking.show(run, step, at));
        Attempt lost = attempt.as(State.UNKNOWN, attempt.worker(), Optional.empty());
        return new RunChange(run.working(run.work().tried(step.id(), lost)), change);
    }

    /** Whoever began it says how it ended. One who was thought to be gone is still believed, until people have spoken. */
    public static RunChange end(
            Incident incident,
            Run run,
            Runbook book,
            String stepId,
            int number,
            String worker,
            Effect effect,
            Instant at) {
        Optional<Attempt> begun = run.attempt(stepId)
                .filter(each -> each.number() == number && each.isOf(worker))
                .filter(each -> each.state() == State.STARTED || each.state() == State.UNKNOWN);
        if (begun.isEmpty()) {
            return new RunChange(run, Change.none(incident));
        }
        Step step = book.step(stepId);
        Entry entry = entry(incident, run, book, step, at, Optional.empty(), effect.summary())
                .with("attempt", (long) number)
                .with("success", effect.success())
                .with("output", effect.output())
                .asKey()
                .from(Origin.of(source(run.number(), stepId, number)));
        Attempt ended = begun.get()
                .as(
                        effect.success() ? State.SUCCEEDED : State.FAILED,
                        Optional.of(worker),
                        Optional.of(effect.summary()));
        RunChange change = ended(incident, run, book, step, ended, entry, ended.by(), at);
        Promise output = Promise.toRoom(run.incident(), Chore.OUTPUT, run.number() + "/" + stepId + "/" + number, at);
        return new RunChange(change.run(), change.change().promising(output));
    }

    /** The name of the line of the timeline that has the output of an attempt. */
    public static String source(int run, String step, int attempt) {
        return "run:%d/%s/%d".formatted(run, step, attempt);
    }

    /** People have looked what came of it. */
    public static RunChange settle(
            Incident incident, Run run, Runbook book, String stepId, boolean worked, Actor by, Instant at) {
        incident.requireNotClosed();
        Step step = book.step(stepId);
        Attempt lost = run.attempt(stepId)
                .filter(attempt -> attempt.state() == State.UNKNOWN)
                .orElseThrow(() -> new Refusal(
                        "Of “%s” it is known what came of it. Nothing was changed.".formatted(step.title())));
        String how = worked ? "it worked, as somebody looked" : "it did not work, as somebody looked";
        Attempt known = lost.as(worked ? State.SUCCEEDED : State.FAILED, Optional.of("people"), Optional.of(how));
        Entry entry = entry(incident, run, book, step, at, Optional.of(by), how).asKey();
        return ended(incident, run, book, step, known, entry, by, at);
    }

    private static RunChange ended(
            Incident incident, Run run, Runbook book, Step step, Attempt ended, Entry entry, Actor by, Instant at) {
        Run after = run.working(run.work().tried(step.id(), ended));
        boolean isWaitedFor = after.current(book).filter(step::equals).isPresent();
        boolean good = ended.state() == State.SUCCEEDED;
        if (isWaitedFor && !good && step.care().onFailure() == Care.Failure.STOP) {
            Change change = Change.none(incident).saying(entry).promising(Walking.show(run, step, at));
            RunChange stopped = Walking.stop(incident, after, book, by, at);
            return new RunChange(
                    stopped.run(), change.saying(stopped.change().entries().get(0)));
        }
        if (isWaitedFor && (good || step.care().onFailure() == Care.Failure.CONTINUE)) {
            Outcome outcome = good ? Outcome.DONE : Outcome.SKIPPED;
            Run behind = after.with(step.id(), new Result(outcome, by, at));
            return Walking.goingOn(incident, run, behind, book, step, entry, by, at);
        }
        return new RunChange(after, Change.none(incident).saying(entry).promising(Walking.show(run, step, at)));
    }

    private static Entry entry(
            Incident incident, Run run, Runbook book, Step step, Instant at, Optional<Actor> by, String text) {
        String line = "“%s” of “%s”: %s".formatted(Outlook.title(incident, run, book, step), book.title(), text);
        Entry entry = by.map(actor -> Entry.of(at, Kind.RUNBOOK, actor, line))
                .orElseGet(() -> Entry.ofBot(at, Kind.RUNBOOK, line));
        return entry.with("run", (long) run.number())
                .with("runbook", run.runbook())
                .with("version", run.version())
                .with("step", step.id());
    }
}
