package dev.muster.desk;

import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.review.Postmortem;
import dev.muster.review.ReviewChange;
import java.util.Optional;
import java.util.function.BiFunction;

/** Where post-mortems are kept, with every version. */
public interface Reviews {

    /** The latest version; untouched if nobody has written any. */
    Postmortem get(IncidentId incident);

    /** The last version that was found good, also while the next is being written. */
    Optional<Postmortem> published(IncidentId incident);

    /** A version as it was. */
    Optional<Postmortem> version(IncidentId incident, int version);

    /**
     * Reads, decides and commits together with the incident; one transaction.
     *
     * @param origin the request's own key; a request that was carried out before changes nothing
     * @return the latest version afterwards
     */
    Postmortem change(IncidentId incident, String origin, BiFunction<Incident, Postmortem, ReviewChange> decision);
}
