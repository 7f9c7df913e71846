package dev.muster.runbook;

import dev.muster.incident.Actor;
import dev.muster.incident.IncidentId;
import dev.muster.runbook.Action.Decision;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One walk through a runbook in an incident, tied for ever to the version it was started with.
 *
 * @param number counts within the incident, from 1
 * @param startedBy who started it; empty for one that was started before that was kept
 * @param results how each step ended, by step id; a step that is not in it is still to be done, or not on the way
 * @param answers what decisions were answered with, by step id
 */
public record Run(
        IncidentId incident,
        int number,
        String runbook,
        String version,
        Optional<Actor> startedBy,
        Map<String, Result> results,
        Map<String, String> answers,
        boolean stopped) {

    public Run {
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    static Run begun(IncidentId incident, int number, Runbook book, Actor by) {
        return new Run(incident, number, book.id(), book.version(), Optional.of(by), Map.of(), Map.of(), false);
    }

    /** How a step ended, by whose word and when. */
    public record Result(Outcome outcome, Actor by, Instant at) {}

    public Optional<Result> result(String step) {
        return Optional.ofNullable(results.get(step));
    }

    public Optional<String> answer(String step) {
        return Optional.ofNullable(answers.get(step));
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
        return new Run(incident, number, runbook, version, startedBy, more, answers, stopped);
    }

    Run answering(String step, String answer) {
        Map<String, String> more = new LinkedHashMap<>(answers);
        more.put(step, answer);
        return new Run(incident, number, runbook, version, startedBy, results, more, stopped);
    }

    Run stop() {
        return new Run(incident, number, runbook, version, startedBy, results, answers, true);
    }
}
