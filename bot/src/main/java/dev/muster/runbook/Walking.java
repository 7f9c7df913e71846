package dev.muster.runbook;

import dev.muster.incident.Actor;
import dev.muster.incident.Change;
import dev.muster.incident.Chore;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Promise;
import dev.muster.incident.Refusal;
import dev.muster.runbook.Action.Approval;
import dev.muster.runbook.Action.Decision;
import dev.muster.runbook.Run.Result;
import java.time.Instant;
import java.util.List;

/** How a run proceeds: one step after another, each shown when the one before is done or skipped. Pure decisions. */
public final class Walking {

    private Walking() {}

    public static RunChange start(Incident incident, int number, Runbook book, Actor by, Instant at) {
        incident.requireNotClosed();
        Run run = Run.begun(incident.id(), number, book, by);
        Change change = Change.none(incident)
                .saying(entry(
                                run,
                                at,
                                by,
                                "Started the runbook “%s” (version %s)".formatted(book.title(), book.version()))
                        .asTold())
                .promising(show(run, book.steps().get(0), at));
        return new RunChange(run, change);
    }

    public static RunChange mark(
            Incident incident, Run run, Runbook book, String stepId, Outcome outcome, Actor by, Instant at) {
        incident.requireNotClosed();
        Step step = book.step(stepId);
        requireReached(run, book, step);
        requireMarkable(incident, run, step, outcome, by);
        if (run.result(stepId).filter(result -> result.outcome() == outcome).isPresent()) {
            return new RunChange(run, Change.none(incident));
        }
        Run after = run.with(stepId, new Result(outcome, by, at));
        Entry entry = entry(run, at, by, "Step “%s” of “%s”: %s".formatted(step.title(), book.title(), outcome))
                .with("step", stepId)
                .with("outcome", outcome.toString());
        return goingOn(incident, run, after, book, step, entry, by, at);
    }

    /**
     * A decision is answered, and leads where the answer says. It can be answered anew, as long as the run lasts.
     *
     * @param number of the answer, from 1
     */
    public static RunChange answer(
            Incident incident, Run run, Runbook book, String stepId, int number, Actor by, Instant at) {
        incident.requireNotClosed();
        Step step = book.step(stepId);
        requireReached(run, book, step);
        Branch branch = branch(step, number);
        if (run.answer(stepId).filter(branch.answer()::equals).isPresent()) {
            return new RunChange(run, Change.none(incident));
        }
        Run after = run.with(stepId, new Result(Outcome.DONE, by, at)).answering(stepId, branch.answer());
        Entry entry = entry(run, at, by, "“%s” of “%s”: %s".formatted(step.title(), book.title(), branch.answer()))
                .with("step", stepId)
                .with("answer", branch.answer())
                .asKey();
        return goingOn(incident, run, after, book, step, entry, by, at);
    }

    private static Branch branch(Step step, int number) {
        List<Branch> branches = step.action() instanceof Decision decision ? decision.branches() : List.of();
        if (number < 1 || number > branches.size()) {
            throw new Refusal("The step “%s” has no answer %d. Nothing was changed.".formatted(step.title(), number));
        }
        return branches.get(number - 1);
    }

    private static RunChange goingOn(
            Incident incident, Run run, Run after, Runbook book, Step step, Entry entry, Actor by, Instant at) {
        Change change = Change.none(incident).saying(entry).promising(show(run, step, at));
        Change more = after.current(book)
                .filter(next -> !next.equals(step))
                .map(next -> change.promising(show(run, next, at)))
                .orElse(change);
        boolean ends = after.isOver(book) && !run.isOver(book);
        return new RunChange(after, ends ? more.saying(over(run, book, by, at)) : more);
    }

    public static RunChange stop(Incident incident, Run run, Runbook book, Actor by, Instant at) {
        if (run.isOver(book)) {
            return new RunChange(run, Change.none(incident));
        }
        Entry entry = entry(run, at, by, "Stopped the runbook “%s”".formatted(book.title()));
        return new RunChange(run.stop(), Change.none(incident).saying(entry.asTold()));
    }

    /** A decision needs an answer, and an approval somebody who may give it. */
    private static void requireMarkable(Incident incident, Run run, Step step, Outcome outcome, Actor by) {
        if (outcome != Outcome.DONE) {
            return;
        }
        if (step.action() instanceof Decision) {
            throw new Refusal("“%s” needs an answer. Nothing was changed. Press one of them, or skip it."
                    .formatted(step.title()));
        }
        if (step.action() instanceof Approval approval && !approval.mayGive(incident, run.startedBy(), by)) {
            throw new Refusal("This is for %s to approve%s. Nothing was changed."
                    .formatted(
                            approval.from().isEmpty() ? "somebody else" : String.join(" or ", approval.from()),
                            approval.notRequester() ? ", and not for whoever started the run" : ""));
        }
    }

    private static void requireReached(Run run, Runbook book, Step step) {
        if (run.stopped()) {
            throw new Refusal(
                    "This run of “%s” was stopped. Nothing was changed. To begin anew: `/incident runbook start %s`."
                            .formatted(book.title(), book.id()));
        }
        boolean isCurrent = run.current(book).filter(step::equals).isPresent();
        if (!isCurrent && run.result(step.id()).isEmpty()) {
            throw new Refusal("The step “%s” is not reached yet. Nothing was changed. Finish the one before it first."
                    .formatted(step.title()));
        }
    }

    private static Entry over(Run run, Runbook book, Actor by, Instant at) {
        return entry(run, at, by, "Finished the runbook “%s”".formatted(book.title()))
                .asTold();
    }

    private static Entry entry(Run run, Instant at, Actor by, String text) {
        return Entry.of(at, Kind.RUNBOOK, by, text)
                .with("run", (long) run.number())
                .with("runbook", run.runbook())
                .with("version", run.version());
    }

    private static Promise show(Run run, Step step, Instant at) {
        return Promise.toRoom(run.incident(), Chore.STEP, run.number() + "/" + step.id(), at);
    }
}
