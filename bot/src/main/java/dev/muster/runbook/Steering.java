package dev.muster.runbook;

import dev.muster.incident.Actor;
import dev.muster.incident.Change;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.runbook.Run.Result;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What happens to a run beside its steps: it is told something, handed on, asked for, come back to. Pure decisions. */
public final class Steering {

    private Steering() {}

    /** A run is told more, or otherwise. What was approved before is approved no longer where it comes out otherwise. */
    public static RunChange tell(
            Incident incident, Run run, Runbook book, Map<String, String> values, Actor by, Instant at) {
        incident.requireNotClosed();
        Walking.requireFitting(book, values);
        Run after = run.told(values);
        if (after.equals(run)) {
            return new RunChange(run, Change.none(incident));
        }
        String told = new TreeMap<>(values)
                .entrySet().stream()
                        .map(value -> value.getKey() + " = " + value.getValue())
                        .collect(Collectors.joining(", "));
        Change change =
                Change.none(incident).saying(Walking.entry(run, at, by, "“%s”: %s".formatted(book.title(), told)));
        return new RunChange(
                after,
                after.current(book)
                        .map(step -> change.promising(Walking.show(run, step, at)))
                        .orElse(change));
    }

    /** The step that is to be done is handed to somebody. */
    public static RunChange give(Incident incident, Run run, Runbook book, Actor to, Actor by, Instant at) {
        incident.requireNotClosed();
        Step step = run.current(book)
                .orElseThrow(
                        () -> new Refusal("This run of “%s” is over. Nothing was changed.".formatted(book.title())));
        if (run.holder(step.id()).filter(to::equals).isPresent()) {
            return new RunChange(run, Change.none(incident));
        }
        String title = Outlook.title(incident, run, book, step);
        Entry entry = Walking.entry(run, at, by, "“%s” of “%s” is %s's".formatted(title, book.title(), to.name()))
                .with("step", step.id())
                .with("holder", to.id().value());
        Change change = Change.none(incident)
                .saying(entry)
                .promising(Walking.show(run, step, at))
                .promising(Walking.ask(run, step, at));
        return new RunChange(run.working(run.work().held(step.id(), to)), change);
    }

    /** Nobody has done the step for so long: it is asked for again after as long. */
    public static RunChange asked(Incident incident, Run run, Runbook book, String stepId, Instant at) {
        Step step = book.step(stepId);
        return new RunChange(run, Walking.reminding(Change.none(incident), run, step, at));
    }

    /** A runbook that was called is over, and so is the step that called it. */
    public static RunChange comeBack(
            Incident incident, Run run, Runbook book, String stepId, Run called, Actor by, Instant at) {
        Step step = book.step(stepId);
        if (run.current(book).filter(step::equals).isEmpty()) {
            return new RunChange(run, Change.none(incident));
        }
        String title = Outlook.title(incident, run, book, step);
        Run after = run.with(stepId, new Result(Outcome.DONE, by, at));
        Entry entry = Walking.entry(
                        run,
                        at,
                        by,
                        "“%s” is over, and “%s” goes on after “%s”".formatted(called.runbook(), book.title(), title))
                .with("step", stepId)
                .asTold();
        return Walking.goingOn(incident, run, after, book, step, entry, by, at);
    }
}
