package dev.muster.desk;

import dev.muster.incident.Actor;
import dev.muster.incident.Guess;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import dev.muster.runbook.Outcome;
import dev.muster.runbook.Run;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Walking;
import java.time.InstantSource;
import java.util.List;

/** The one way to change a run of a runbook. */
public final class RunDesk {

    private final Runs runs;
    private final List<Runbook> shelf;
    private final InstantSource clock;
    private final Runnable wake;

    /** @param shelf the runbooks that are in service */
    public RunDesk(Runs runs, List<Runbook> shelf, InstantSource clock, Runnable wake) {
        this.runs = runs;
        this.shelf = List.copyOf(shelf);
        this.clock = clock;
        this.wake = wake;
    }

    public List<Runbook> books() {
        return shelf;
    }

    /** The runbook with this id as it is in service now, or a refusal. */
    public Runbook book(String id) {
        List<String> ids = shelf.stream().map(Runbook::id).toList();
        return shelf.stream()
                .filter(book -> book.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal("There is no runbook `%s`.%s Nothing was changed. See `/incident runbook list`."
                                .formatted(Words.again(id), Guess.sentence(id, ids))));
    }

    public List<Run> runs(IncidentId incident) {
        return runs.list(incident);
    }

    /** The very version that a run is tied to. */
    public Runbook version(Run run) {
        return runs.version(run.runbook(), run.version());
    }

    /** @param origin the request's own key: it starts one run, however often it arrives */
    public Run start(IncidentId incident, String origin, Runbook book, Actor by) {
        Run run = runs.start(
                incident, origin, book, (found, number) -> Walking.start(found, number, book, by, clock.instant()));
        wake.run();
        return run;
    }

    public Run mark(IncidentId incident, int number, String step, Outcome outcome, Actor by) {
        Runbook book = version(runs.get(incident, number));
        Run run = runs.change(
                incident,
                number,
                (found, current) -> Walking.mark(found, current, book, step, outcome, by, clock.instant()));
        wake.run();
        return run;
    }

    /** @param answer the number of the answer, from 1 */
    public Run answer(IncidentId incident, int number, String step, int answer, Actor by) {
        Runbook book = version(runs.get(incident, number));
        Run run = runs.change(
                incident,
                number,
                (found, current) -> Walking.answer(found, current, book, step, answer, by, clock.instant()));
        wake.run();
        return run;
    }

    public Run stop(Run run, Actor by) {
        Runbook book = version(run);
        Run stopped = runs.change(
                run.incident(),
                run.number(),
                (found, current) -> Walking.stop(found, current, book, by, clock.instant()));
        wake.run();
        return stopped;
    }
}
