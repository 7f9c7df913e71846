package dev.muster.desk;

import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.insight.Case;
import dev.muster.insight.Counting;
import dev.muster.insight.Figures;
import dev.muster.insight.Period;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What all incidents together say to somebody: a private one counts for whoever may know of it, and for nobody else. */
public final class Insights {

    private final Archive archive;
    private final Incidents incidents;
    private final InstantSource clock;

    public Insights(Archive archive, Incidents incidents, InstantSource clock) {
        this.archive = archive;
        this.incidents = incidents;
        this.clock = clock;
    }

    /**
     * Counts what was declared in a period.
     *
     * @param maySee whether a private incident may be known
     */
    public Figures of(Period period, Predicate<Incident> maySee) {
        Counting counting = new Counting(period, clock.instant());
        List<Case> hidden = new ArrayList<>();
        archive.each(period, one -> {
            if (one.isPrivate()) {
                hidden.add(one);
            } else {
                counting.see(one);
            }
        });
        Set<IncidentId> seen = visible(hidden, maySee);
        hidden.stream().filter(one -> seen.contains(one.incident())).forEach(counting::see);
        archive.openItems().forEach(counting::see);
        return counting.figures();
    }

    /** Asked of the incidents as they are now. */
    private Set<IncidentId> visible(List<Case> hidden, Predicate<Incident> maySee) {
        return incidents.list(hidden.stream().map(Case::incident).toList()).stream()
                .filter(maySee)
                .map(Incident::id)
                .collect(Collectors.toSet());
    }
}
