package dev.muster.runbook;

import dev.muster.incident.Actor;
import dev.muster.incident.IncidentId;
import dev.muster.runbook.Action.Decision;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One walk through a runbook in an incident, tied for ever to the version it was started with.
 *
 * @param number counts within the incident, from 1
 * @param startedBy who started it; empty for one that was started before that was kept
 * @param results how each step ended, by step id; a step that is not in it is still to be done, or not on the way
 * @param answers what decisions were answered with, by step id
 * @param setup what it was told
 * @param work who does what in it
 */
public record Run(
        IncidentId incident,
        int number,
        String runbook,
        String version,
        Optional<Actor> startedBy,
        Map<String, Result> results,
        Map<String, String> answers,
        boolean stopped,
        Setup setup,
        Work work) {

    public Run {
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** A run that was told nothing, in which only people have done anything. */
    public Run(
            IncidentId incident,
            int number,
            String runbook,
            String version,
            Optional<Actor> startedBy,
            Map<String, Result> results,
            Map<String, String> answers,
            boolean stopped) {
        this(incident, number, runbook, version, startedBy, results, answers, stopped, Setup.NONE, Work.NONE);
    }

    static Run begun(IncidentId incident, int number, Runbook book, Setup setup, Actor by) {
        return new Run(
                incident,
                number,
                book.id(),
                book.version(),
                Optional.of(by),
                Map.of(),
                Map.of(),
                false,
                setup,
                Work.NONE);
    }

    /** How a step ended, by whose word and when. */
    public record Result(Outcome outcome, Actor by, Instant at) {}

    public Optional<Result> result(String step) {
        return Optional.ofNullable(results.get(step));
    }

    public Optional<String> answer(String step) {
        return Optional.ofNullable(answers.get(step));
    }

    public Optional<Attempt> attempt(String step) {
        return Optional.ofNullable(work.attempts().get(step));
    }

    /** To whom a step was handed. */
    public Optional<Actor> holder(String step) {
        return Optional.ofNullable(work.holders().get(step));
    }

    /** The step that led to this one on the way that was gone; empty for the first. */
    public Optional<Step> before(Runbook book, Step wanted) {
        Routes routes = new Routes(book.steps());
        Optional<Step> before = Optional.empty();
        Optional<Step> step = Optional.of(book.steps().get(0));
        while (step.filter(each -> !each.equals(wanted)).isPresent()) {
            before = step;
            step = step.flatMap(behind -> after(behind, routes));
        }
        return step.isPresent() ? before : Optional.empty();
    }

    /** The first step on the way that is neither done nor skipped; empty once the walk is over. */
    public Optional<Step> current(Runbook book) {
        Routes routes = new Routes(book.steps());
        Optional<Step> step =
                stopped ? Optional.empty() : Optional.of(book.steps().get(0));
        while (step.filter(this::isBehind).isPresent()) {
            step = step.flatMap(behind -> after(behind, routes));
        }
        return step;
    }

    /** A decision leads where its answer says; one that was skipped to the step below. */
    private Optional<Step> after(Step step, Routes routes) {
        Optional<Branch> branch = step.action() instanceof Decision decision
                ? answer(step.id()).flatMap(answer -> decision.branches().stream()
                        .filter(one -> one.answer().equals(answer))
                        .findFirst())
                : Optional.empty();
        return branch.map(taken -> routes.after(step, taken)).orElseGet(() -> routes.after(step));
    }

    public boolean isOver(Runbook book) {
        return current(book).isEmpty();
    }

    private boolean isBehind(Step step) {
        return result(step.id())
                .filter(result -> result.outcome() != Outcome.BLOCKED)
                .isPresent();
    }

    Run with(String step, Result result) {
        Map<String, Result> more = new LinkedHashMap<>(results);
        more.put(step, result);
        return made(more, answers, stopped, setup, work);
    }

    /** As if the step had not been done. */
    Run without(String step) {
        Map<String, Result> fewer = new LinkedHashMap<>(results);
        fewer.remove(step);
        return made(fewer, answers, stopped, setup, work);
    }

    Run answering(String step, String answer) {
        Map<String, String> more = new LinkedHashMap<>(answers);
        more.put(step, answer);
        return made(results, more, stopped, setup, work);
    }

    Run stop() {
        return made(results, answers, true, setup, work);
    }

    Run blocked(Set<String> more) {
        return more.isEmpty() ? this : working(work.blocking(more));
    }

    Run told(Map<String, String> values) {
        return made(results, answers, stopped, setup.telling(values), work);
    }

    Run working(Work other) {
        return made(results, answers, stopped, setup, other);
    }

    private Run made(Map<String, Result> ends, Map<String, String> words, boolean isStopped, Setup told, Work done) {
        return new Run(incident, number, runbook, version, startedBy, ends, words, isStopped, told, done);
    }
}
