package dev.muster.desk;

import dev.muster.incident.Change;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where incidents are kept. Safe for many threads, and for many processes on one database. */
public interface Incidents {

    /**
     * Writes a new incident under the next number, in one transaction.
     *
     * @param origin the request's own key; if an incident was declared by it before, that one is returned
     */
    Incident declare(String origin, Function<IncidentId, Change> decision);

    /**
     * Reads, decides and commits in one transaction; a lost race is asked again, so the decision must be pure.
     *
     * @param origin the request's own key; a request that was carried out before changes nothing
     * @return how the incident stands afterwards
     * @throws dev.muster.incident.Refusal if there is no such incident, or as the decision throws
     */
    Incident change(IncidentId id, Optional<String> origin, Function<Incident, Change> decision);

    /** Appends to the timeline what it does not have yet; how many lines that was. */
    int record(IncidentId id, List<Entry> entries);

    /** @throws dev.muster.incident.Refusal if there is no such incident */
    Incident get(IncidentId id);

    Optional<Incident> find(IncidentId id);

    /** The incident that was declared by the request with this key. */
    Optional<Incident> findByOrigin(String origin);

    Optional<Incident> findByChannel(ChannelId channel);

    /** Whether the channel is an incident's; cheaper than to find it. */
    boolean isIncidents(ChannelId channel);

    /** Newest first. */
    List<Incident> list(Which which);

    /** Those with an action item that needs doing, however old they are; newest first. */
    List<Incident> owing();

    /** Those of them that there are, in no order. */
    List<Incident> list(Collection<IncidentId> ids);

    /** Every incident there is, oldest first. */
    List<IncidentId> ids();

    /** Whether some incident's channel is being opened, so that events of unknown channels may be its own. */
    boolean awaitsChannel();

    /** Which incidents to list. */
    enum Which {
        ACTIVE,
        NOT_CLOSED,
        ALL
    }
}
