package dev.muster.runbook;

import dev.muster.incident.Actor;
import dev.muster.incident.Change;
import dev.muster.incident.Chore;
import dev.muster.incident.Entry;
import dev.muster.incident.Guess;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Promise;
import dev.muster.incident.Refusal;
import dev.muster.runbook.Action.Approval;
import dev.muster.runbook.Action.Decision;
import dev.muster.runbook.Action.Wait;
import dev.muster.runbook.Run.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a run proceeds: one step after another, each shown when the one before is done or skipped. Pure decisions. */
public final class Walking {

    /** So many letters of a SHA-256 tell what was seen from all else. */
    public static final int SEEN = 12;

    private Walking() {}

    public static RunChange start(Incident incident, int number, Runbook book, Actor by, Instant at) {
        return start(incident, number, book, Setup.NONE, by, at);
    }

    /** @param setup what it is told; each value must be one for its parameter */
    public static RunChange start(Incident incident, int number, Runbook book, Setup setup, Actor by, Instant at) {
        incident.requireNotClosed();
        requireFitting(book, setup.values());
        Run run = Run.begun(incident.id(), number, book, setup.at(at), by);
        Change change = Change.none(incident)
                .saying(entry(
                                run,
                                at,
                                by,
                                "Started the runbook “%s” (version %s)".formatted(book.title(), book.version()))
                        .asTold())
                .promising(show(run, book.steps().get(0), at));
        return new RunChange(run, reminding(change, run, book.steps().get(0), at));
    }

    public static RunChange mark(
            Incident incident, Run run, Runbook book, String stepId, Outcome outcome, Actor by, Instant at) {
        return mark(incident, run, book, stepId, outcome, "", by, at);
    }

    /**
     * A step has ended so.
     *
     * @param seen how the SHA-256 begins of what is to be run next, as whoever approves it has seen it
     */
    public static RunChange mark(
            Incident incident,
            Run run,
            Runbook book,
            String stepId,
            Outcome outcome,
            String seen,
            Actor by,
            Instant at) {
        incident.requireNotClosed();
        Step step = book.step(stepId);
        requireReached(run, book, step);
        requireMarkable(incident, run, step, outcome, by);
        Optional<String> approved = approved(incident, run, book, step, outcome, seen);
        if (run.result(stepId).filter(result -> result.outcome() == outcome).isPresent()) {
            return new RunChange(run, Change.none(incident));
        }
        Run after = approved.map(digest -> run.working(run.work().approving(stepId, digest)))
                .orElse(run)
                .with(stepId, new Result(outcome, by, at))
                .blocked(outcome == Outcome.BLOCKED ? Set.of(stepId) : Set.of());
        String title = Outlook.title(incident, run, book, step);
        Entry entry = entry(run, at, by, "Step “%s” of “%s”: %s".formatted(title, book.title(), outcome))
                .with("step", stepId)
                .with("outcome", outcome.toString());
        Entry known = approved.map(digest -> entry.with("sha256", digest)).orElse(entry);
        return goingOn(incident, run, after, book, step, known, by, at);
    }

    /** Of what the bot is to do next, exactly what was seen is approved; who saw nothing approves for people. */
    private static Optional<String> approved(
            Incident incident, Run run, Runbook book, Step step, Outcome outcome, String seen) {
        if (step.kind() != Action.Kind.APPROVAL || outcome != Outcome.DONE || seen.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> digest = Outlook.order(run, book, step, Outlook.values(incident, run, book))
                .map(Order::digest);
        if (seen.length() < SEEN || digest.filter(now -> now.startsWith(seen)).isEmpty()) {
            throw new Refusal(
                    "What “%s” is about is not what you saw any more. Nothing was changed. Look at it again, and press Approve."
                            .formatted(step.title()));
        }
        return digest;
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
        String title = Outlook.title(incident, run, book, step);
        Entry entry = entry(run, at, by, "“%s” of “%s”: %s".formatted(title, book.title(), branch.answer()))
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

    static RunChange goingOn(
            Incident incident, Run run, Run after, Runbook book, Step step, Entry entry, Actor by, Instant at) {
        Change change = Change.none(incident).saying(entry).promising(show(run, step, at));
        Change more = after.current(book)
                .filter(next -> !next.equals(step))
                .map(next -> reminding(change.promising(show(run, next, at)), run, next, at))
                .orElse(change);
        boolean ends = after.isOver(book) && !run.isOver(book);
        return new RunChange(after, ends ? returning(more.saying(over(run, book, by, at)), run, at) : more);
    }

    /** Whoever called it goes on. */
    private static Change returning(Change change, Run run, Instant at) {
        return run.setup()
                .caller()
                .map(caller -> change.promising(Promise.toRoom(
                        run.incident(),
                        Chore.COME_BACK,
                        "%d/%s/%d".formatted(caller.run(), caller.step(), run.number()),
                        at)))
                .orElse(change);
    }

    /** What comes by itself once a step is open: somebody is asked for it, or it has waited long enough. */
    static Change reminding(Change change, Run run, Step step, Instant at) {
        Change waiting = step.action() instanceof Wait wait
                ? change.promising(Promise.toRoom(
                        run.incident(), Chore.WAITED, run.number() + "/" + step.id(), at.plus(wait.lasting())))
                : change;
        return step.care()
                .remindAfter()
                .map(after -> waiting.promising(ask(run, step, at.plus(after))))
                .orElse(waiting);
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
        if (run.attempt(step.id())
                .filter(attempt -> attempt.state().isUnderWay())
                .isPresent()) {
            throw new Refusal(
                    "“%s” is being run. Nothing was changed. Wait for what comes of it.".formatted(step.title()));
        }
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

    static void requireReached(Run run, Runbook book, Step step) {
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

    static void requireFitting(Runbook book, Map<String, String> values) {
        List<String> known = book.parameters().stream().map(Parameter::name).toList();
        values.forEach((name, value) -> book.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal("The runbook `%s` has no parameter `%s`.%s Nothing was changed."
                        .formatted(book.id(), name.replace("`", "'"), Guess.sentence(name, known))))
                .require(value));
    }

    private static Entry over(Run run, Runbook book, Actor by, Instant at) {
        return entry(run, at, by, "Finished the runbook “%s”".formatted(book.title()))
                .asTold();
    }

    static Entry entry(Run run, Instant at, Actor by, String text) {
        return Entry.of(at, Kind.RUNBOOK, by, text)
                .with("run", (long) run.number())
                .with("runbook", run.runbook())
                .with("version", run.version());
    }

    /** Whoever should do the step is asked for it, if it is open then. */
    static Promise ask(Run run, Step step, Instant at) {
        return Promise.toRoom(run.incident(), Chore.ASK_STEP, run.number() + "/" + step.id(), at);
    }

    static Promise show(Run run, Step step, Instant at) {
        return Promise.toRoom(run.incident(), Chore.STEP, run.number() + "/" + step.id(), at);
    }
}
