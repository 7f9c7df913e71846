package dev.muster.desk;

import dev.muster.incident.Handbook;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.runbook.Run;
import dev.muster.scenario.Drill;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.score.Performance;
import dev.muster.scenario.score.Score;
import dev.muster.scenario.score.Scoring;
import dev.muster.timeline.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is rehearsed in an incident, and how that goes. Safe for many threads. */
public final class Drills {

    private final Timelines timelines;
    private final Function<IncidentId, List<Run>> runs;
    private final Scenarios scenarios;
    private final Scores scores;
    private final Handbook handbook;

    public Drills(
            Timelines timelines,
            Function<IncidentId, List<Run>> runs,
            Scenarios scenarios,
            Scores scores,
            Handbook handbook) {
        this.timelines = timelines;
        this.runs = runs;
        this.scenarios = scenarios;
        this.scores = scores;
        this.handbook = handbook;
    }

    public Scenarios scenarios() {
        return scenarios;
    }

    /** Which drill it is; empty for an incident that is real, and for a drill without a scenario. */
    public Optional<Drill> drill(Incident incident) {
        return incident.facts().drill()
                ? timelines.find(incident.id(), 1).flatMap(row -> Drill.in(row.entry()))
                : Optional.empty();
    }

    /** What it is a rehearsal of, as long as there is such a scenario. */
    public Optional<Scenario> scenario(Drill drill) {
        return scenarios.find(drill.scenario());
    }

    List<Row> rows(Incident incident) {
        List<Row> rows = new ArrayList<>();
        timelines.each(incident.id(), rows::add);
        return rows;
    }

    /** How it goes until now; that of one that is over is kept, to be compared with later ones. */
    public Score score(Incident incident) {
        Optional<Drill> drill = drill(incident);
        Score score = Scoring.of(new Performance(
                drill.flatMap(this::scenario), drill, incident, rows(incident), runs.apply(incident.id()), handbook));
        if (score.over()) {
            scores.keep(score);
        }
        return score;
    }

    /** Of the same scenario, oldest first. */
    public List<Score> before(Score score) {
        return scores.before(score);
    }
}
