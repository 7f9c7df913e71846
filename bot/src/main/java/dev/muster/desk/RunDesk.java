package dev.muster.desk;

import dev.muster.desk.Notice.StepShown;
import dev.muster.incident.Actor;
import dev.muster.incident.Guess;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import dev.muster.runbook.Acting;
import dev.muster.runbook.Action;
import dev.muster.runbook.Action.Call;
import dev.muster.runbook.Order;
import dev.muster.runbook.Outcome;
import dev.muster.runbook.Outlook;
import dev.muster.runbook.Run;
import dev.muster.runbook.RunChange;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Setup;
import dev.muster.runbook.Steering;
import dev.muster.runbook.Step;
import dev.muster.runbook.Walking;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The one way to change a run of a runbook. */
public final class RunDesk {

    private final Runs runs;
    private final Supplier<List<Runbook>> shelf;
    private final Machine machine;
    private final InstantSource clock;
    private final Runnable wake;

    /**
     * Knows where runs are kept.
     *
     * @param shelf the runbooks that are in service
     * @param machine does what steps say
     */
    public RunDesk(Runs runs, Supplier<List<Runbook>> shelf, Machine machine, InstantSource clock, Runnable wake) {
        this.runs = runs;
        this.shelf = shelf;
        this.machine = machine;
        this.clock = clock;
        this.wake = wake;
    }

    public List<Runbook> books() {
        return shelf.get();
    }

    /** The runbook with this id as it is in service now, or a refusal. */
    public Runbook book(String id) {
        List<Runbook> books = books();
        List<String> ids = books.stream().map(Runbook::id).toList();
        return books.stream()
                .filter(book -> book.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal("There is no runbook `%s`.%s Nothing was changed. See `/incident runbook list`."
                                .formatted(Words.again(id), Guess.sentence(id, ids))));
    }

    public List<Run> runs(IncidentId incident) {
        return runs.list(incident);
    }

    /** That run, or a refusal. */
    public Run get(IncidentId incident, int number) {
        return runs.get(incident, number);
    }

    /** The very version that a run is tied to. */
    public Runbook version(Run run) {
        return runs.version(run.runbook(), run.version());
    }

    /** A step as it stands, with what would be done in it. */
    public StepShown shown(Incident incident, Run run, Step step) {
        Runbook book = version(run);
        return new StepShown(incident, run, book, step, outlook(incident, run, book, step));
    }

    /** What can be seen ahead of a step; nothing to be done by the bot if that is off. */
    public Outlook outlook(Incident incident, Run run, Runbook book, Step step) {
        Outlook outlook = Outlook.of(incident, run, book, step);
        return machine.isOn()
                ? outlook.objecting(outlook.order().flatMap(machine::objection))
                : new Outlook(outlook.values(), outlook.missing(), Optional.empty(), Optional.empty());
    }

    /**
     * Starts a run.
     *
     * @param origin the request's own key: it starts one run, however often it arrives
     */
    public Run start(IncidentId incident, String origin, Runbook book, Setup setup, Actor by) {
        Run run = runs.start(
                incident,
                origin,
                book,
                (found, number) -> Walking.start(found, number, book, setup, by, clock.instant()));
        wake.run();
        return run;
    }

    /** Starts the runbook that a step calls; when that is over, its caller goes on. */
    public Run call(Incident incident, String origin, int number, String stepId, Actor by) {
        Run caller = runs.get(incident.id(), number);
        Runbook book = version(caller);
        Step step = book.step(stepId);
        if (!(step.action() instanceof Call call)
                || caller.current(book).filter(step::equals).isEmpty()) {
            throw new Refusal("The step “%s” starts no runbook now. Nothing was changed.".formatted(step.title()));
        }
        Setup setup = Outlook.of(incident, caller, book, step).calling(call, number, stepId);
        runs.list(incident.id()).stream()
                .filter(run -> run.setup().caller().equals(setup.caller()) && !run.stopped())
                .findFirst()
                .ifPresent(run -> {
                    throw new Refusal("“%s” has started `%s` already, as run %d. Nothing was started again."
                            .formatted(step.title(), run.runbook(), run.number()));
                });
        return start(incident.id(), origin, book(call.runbook()), setup, by);
    }

    public Run tell(IncidentId incident, int number, Map<String, String> values, Actor by) {
        return change(incident, number, (found, book, run, at) -> Steering.tell(found, run, book, values, by, at));
    }

    public Run give(IncidentId incident, int number, Actor to, Actor by) {
        return change(incident, number, (found, book, run, at) -> Steering.give(found, run, book, to, by, at));
    }

    /** @param seen how the SHA-256 begins of what an approval is for, as whoever gives it has seen it */
    public Run mark(IncidentId incident, int number, String step, Outcome outcome, String seen, Actor by) {
        return change(
                incident,
                number,
                (found, book, run, at) -> Walking.mark(found, run, book, step, outcome, seen, by, at));
    }

    /** @param answer the number of the answer, from 1 */
    public Run answer(IncidentId incident, int number, String step, int answer, Actor by) {
        return change(
                incident, number, (found, book, run, at) -> Walking.answer(found, run, book, step, answer, by, at));
    }

    /**
     * Has the bot do a step: soon, and at most once.
     *
     * @param attempt which try it is meant to be, from 1; 0 for whichever comes next
     * @param seen how the SHA-256 begins of what whoever wants it has seen; empty for what it is now
     */
    public Run want(IncidentId incident, int number, String step, int attempt, String seen, Actor by) {
        return change(incident, number, (found, book, run, at) -> {
            Order order = order(found, run, book, book.step(step));
            if (!order.digest().startsWith(seen)) {
                throw new Refusal("“%s” is not what you saw any more. Nothing was run. Look at it again."
                        .formatted(book.step(step).title()));
            }
            return Acting.want(found, run, book, step, order, attempt, machine.approvalHolds(), by, at);
        });
    }

    private Order order(Incident incident, Run run, Runbook book, Step step) {
        Outlook outlook = outlook(incident, run, book, step);
        outlook.objection().ifPresent(why -> {
            throw new Refusal("I may not run “%s”: %s. Nothing was run. Do it by hand, and press Done."
                    .formatted(step.title(), why));
        });
        return outlook.order()
                .filter(order -> step.kind() != Action.Kind.APPROVAL)
                .orElseThrow(() -> new Refusal(
                        "There is nothing in “%s” that I may run. Nothing was run. Do it by hand, and press Done."
                                .formatted(step.title())));
    }

    /** @param worked whether it did, where only people can know */
    public Run settle(IncidentId incident, int number, String step, boolean worked, Actor by) {
        return change(
                incident, number, (found, book, run, at) -> Acting.settle(found, run, book, step, worked, by, at));
    }

    public Run stop(Run run, Actor by) {
        return change(run.incident(), run.number(), (found, book, now, at) -> Walking.stop(found, now, book, by, at));
    }

    void asked(Run run, Step step) {
        change(run.incident(), run.number(), (found, book, now, at) -> Steering.asked(found, now, book, step.id(), at));
    }

    /** Says what a step says, to whom it says it. */
    public Run say(IncidentId incident, int number, String step, Actor by) {
        return change(incident, number, (found, book, run, at) -> {
            if (!outlook(found, run, book, book.step(step)).missing().isEmpty()) {
                throw new Refusal("Not all of “%s” is known yet. Nothing was said. Press Fill in first."
                        .formatted(book.step(step).title()));
            }
            return Steering.say(found, run, book, step, by, at);
        });
    }

    /** In the name of whoever did the step before. */
    void waited(IncidentId incident, int number, String step) {
        lastBy(runs.get(incident, number))
                .ifPresent(actor -> change(
                        incident,
                        number,
                        (found, book, run, at) -> Steering.waited(found, run, book, step, actor, at)));
    }

    private static Optional<Actor> lastBy(Run run) {
        return run.results().values().stream()
                .reduce((one, later) -> later.at().isBefore(one.at()) ? one : later)
                .map(Run.Result::by)
                .or(run::startedBy);
    }

    /** In the name of whoever did the last step of the run that was called. */
    void comeBack(IncidentId incident, int number, String step, int called) {
        Run over = runs.get(incident, called);
        lastBy(over)
                .ifPresent(actor -> change(
                        incident,
                        number,
                        (found, book, run, at) -> Steering.comeBack(found, run, book, step, over, actor, at)));
    }

    /** Reads, decides and commits, with the version that the run is tied to. */
    Run change(IncidentId incident, int number, Decision decision) {
        Runbook book = version(runs.get(incident, number));
        Run run = runs.change(incident, number, (found, current) -> decision.by(found, book, current, clock.instant()));
        wake.run();
        return run;
    }

    /** What a run decides. May be asked more than once. */
    @FunctionalInterface
    interface Decision {
        RunChange by(Incident incident, Runbook book, Run run, Instant at);
    }
}
