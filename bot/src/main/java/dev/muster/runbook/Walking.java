package dev.muster.runbook;

import dev.muster.incident.Actor;
import dev.muster.incident.Change;
import dev.muster.incident.Chore;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Promise;
import dev.muster.incident.Refusal;
import dev.muster.runbook.Run.Result;
import java.time.Instant;
import java.util.Map;

/** How a run proceeds: one step after another, each shown when the one before is done or skipped. Pure decisions. */
public final class Walking {

    private Walking() {}

    public static RunChange start(Incident incident, int number, Runbook book, Actor by, Instant at) {
        incident.requireNotClosed();
        Run run = new Run(incident.id(), number, book.id(), book.version(), Map.of(), false);
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
        if (run.result(stepId).filter(result -> result.outcome() == outcome).isPresent()) {
            return new RunChange(run, Change.none(incident));
        }
        Run after = run.with(stepId, new Result(outcome, by, at));
        Change change = Change.none(incident)
                .saying(entry(run, at, by, "Step “%s” of “%s”: %s".formatted(step.title(), book.title(), outcome))
                        .with("step", stepId)
                        .with("outcome", outcome.toString()))
                .promising(show(run, step, at));
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
