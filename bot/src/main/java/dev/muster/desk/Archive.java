package dev.muster.desk;

import dev.muster.incident.IncidentId;
import dev.muster.insight.Case;
import dev.muster.insight.Mark;
import dev.muster.insight.OpenItem;
import dev.muster.insight.Period;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** All incidents together, as they are counted and recalled; private ones, too: whoever asks leaves out what is not to be seen. */
public interface Archive {

    /**
     * Those that were declared in a period, in no order; streamed, since there may be very many. When each was closed and
     * its post-mortem published is left out, because nobody counts that.
     */
    void each(Period period, Consumer<Case> reader);

    /** The action items that need doing, of all incidents. */
    List<OpenItem> openItems();

    /** Since when an action item is promised. */
    Optional<Instant> given(IncidentId incident, int item);

    /** Those of the incidents that there are, in no order. */
    List<Case> get(Collection<IncidentId> incidents);

    /** How many there are. */
    long count();

    /** Of each of these marks how many incidents have it; what is more than {@code most} is told as that. */
    Map<Mark, Long> frequencies(Collection<Mark> marks, int most);

    /** The newest incidents that have a mark, at most so many. */
    List<IncidentId> newest(Mark mark, int most);

    /**
     * Incidents with a published post-mortem in which words begin with each of these, the last published first.
     *
     * @param query of which marks and times are looked at
     */
    List<IncidentId> papers(Search.Query query, Collection<String> beginnings, int most);

    /** Which of these marks each of these incidents has; none of which is left out. */
    Map<IncidentId, Set<Mark>> marks(Collection<IncidentId> incidents, Collection<Mark> marks);
}
