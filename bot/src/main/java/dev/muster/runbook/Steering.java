package dev.muster.runbook;

import dev.muster.incident.Actor;
import dev.muster.incident.Change;
import dev.muster.incident.Chore;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Promise;
import dev.muster.incident.Refusal;
import dev.muster.incident.Stage;
import dev.muster.runbook.Action.Message;
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

    /** What a step says is said, once, to whom it says it; and the step is done. A private incident says nothing elsewhere. */
    public static RunChange say(Incident incident, Run run, Runbook book, String stepId, Actor by, Instant at) {
        Step step = book.step(stepId);
        if (!(step.action() instanceof Message message)) {
            throw new Refusal("“%s” says nothing. Nothing was said.".formatted(step.title()));
        }
        if (incident.facts().isPrivate() && !message.to().isEmpty()) {
            throw new Refusal("%s is private, and “%s” is for %s. Nothing was said. Say what may be said by hand."
                    .formatted(incident.id(), step.title(), String.join(", ", message.to())));
        }
        RunChange done = Walking.mark(incident, run, book, stepId, Outcome.DONE, by, at);
        if (run.current(book).filter(step::equals).isEmpty()) {
            return done;
        }
        Change change = done.change();
        for (int place = 0; place < Math.max(1, message.to().size()); place++) {
            String subject = "%d/%s/%d".formatted(run.number(), stepId, place);
            change = change.promising(
                    message.to().isEmpty()
                            ? Promise.toRoom(incident.id(), Chore.PASS_ON, subject, at)
                            : Promise.toLobby(incident.id(), Chore.PASS_ON, subject, at));
        }
        return new RunChange(done.run(), change);
    }

    /** So much time has passed; the step is over unless people were quicker. */
    public static RunChange waited(Incident incident, Run run, Runbook book, String stepId, Actor by, Instant at) {
        Step step = book.step(stepId);
        boolean isOpen = incident.stage() != Stage.CLOSED
                && run.current(book).filter(step::equals).isPresent();
        return isOpen
                ? Walking.mark(incident, run, book, stepId, Outcome.DONE, by, at)
                : new RunChange(run, Change.none(incident));
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
