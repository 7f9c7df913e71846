package dev.muster.desk;

import dev.muster.desk.Notice.Brief;
import dev.muster.desk.Notice.StepShown;
import dev.muster.incident.Incident;
import dev.muster.runbook.Run;
import dev.muster.runbook.Runbook;
import java.util.List;
import java.util.stream.Stream;

/** What somebody needs to know who has just come in, or who takes over. */
public final class Briefing {

    private static final int MOMENTS = 8;

    private final Timelines timelines;
    private final Runs runs;

    public Briefing(Timelines timelines, Runs runs) {
        this.timelines = timelines;
        this.runs = runs;
    }

    public Brief of(Incident incident) {
        List<StepShown> steps = runs.list(incident.id()).stream()
                .flatMap(run -> current(incident, run))
                .toList();
        return new Brief(incident, timelines.keyMoments(incident.id(), MOMENTS), steps);
    }

    private Stream<StepShown> current(Incident incident, Run run) {
        Runbook book = runs.version(run.runbook(), run.version());
        return run.current(book).map(step -> new StepShown(incident, run, book, step)).stream();
    }
}
