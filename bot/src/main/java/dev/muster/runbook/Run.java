package dev.muster.runbook;

import dev.muster.incident.Actor;
import dev.muster.incident.IncidentId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One walk through a runbook in an incident, tied for ever to the version it was started with.
 *
 * @param number counts within the incident, from 1
 * @param results how each step ended, by step id; a step that is not in it is still to be done
 */
public record Run(
        IncidentId incident, int number, String runbook, String version, Map<String, Result> results, boolean stopped) {

    public Run {
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }

    /** How a step ended, by whose word and when. */
    public record Result(Outcome outcome, Actor by, Instant at) {}

    public Optional<Result> result(String step) {
        return Optional.ofNullable(results.get(step));
    }

    /** The first step that is neither done nor skipped; empty once the walk is over. */
    public Optional<Step> current(Runbook book) {
        return stopped
                ? Optional.empty()
                : book.steps().stream().filter(step -> !isBehind(step)).findFirst();
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
        return new Run(incident, number, runbook, version, more, stopped);
    }

    Run stop() {
        return new Run(incident, number, runbook, version, results, true);
    }
}
