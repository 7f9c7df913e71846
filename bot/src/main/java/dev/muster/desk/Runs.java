package dev.muster.desk;

import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.runbook.Run;
import dev.muster.runbook.RunChange;
import dev.muster.runbook.Runbook;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Walks through runbooks, and every version that one was walked by. */
public interface Runs {

    /**
     * Starts a run under the incident's next number, and keeps the version that it is tied to; one transaction.
     *
     * @param origin the request's own key; a request that was carried out before starts nothing, and gives the last run
     */
    Run start(IncidentId incident, String origin, Runbook book, BiFunction<Incident, Integer, RunChange> decision);

    /** Reads, decides and commits the run together with its incident; one transaction, asked again if a race was lost. */
    Run change(IncidentId incident, int number, BiFunction<Incident, Run, RunChange> decision);

    /** @throws dev.muster.incident.Refusal if there is no such run */
    Run get(IncidentId incident, int number);

    List<Run> list(IncidentId incident);

    /** Every run of every incident. */
    List<Run> all();

    /** Keeps versions that are in service, now and for ever. */
    void keep(Collection<Runbook> books);

    /** The version that was in service last. */
    Optional<Runbook> last(String id);

    /** The very version that a run was started with. */
    Runbook version(String id, String version);
}
