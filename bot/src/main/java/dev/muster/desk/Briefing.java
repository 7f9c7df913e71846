package dev.muster.desk;

import dev.muster.desk.Notice.Brief;
import dev.muster.desk.Notice.StepShown;
import dev.muster.incident.Incident;
import dev.muster.runbook.Run;
import java.util.List;
import java.util.stream.Stream;

/** What somebody needs to know who has just come in, or who takes over. */
public final class Briefing {

    private static final int MOMENTS = 8;

    private final Timelines timelines;
    private final RunDesk runs;

    public Briefing(Timelines timelines, RunDesk runs) {
        this.timelines = timelines;
        this.runs = runs;
    }

    public Brief of(Incident incident) {
        List<StepShown> steps = runs.runs(incident.id()).stream()
                .flatMap(run -> current(incident, run))
                .toList();
        return new Brief(incident, timelines.keyMoments(incident.id(), MOMENTS), steps);
    }

    private Stream<StepShown> current(Incident incident, Run run) {
        return run.current(runs.version(run)).map(step -> runs.shown(incident, run, step)).stream();
    }
}
