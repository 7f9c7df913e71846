package dev.muster.desk;

import dev.muster.incident.Entry;
import dev.muster.incident.IncidentId;
import dev.muster.timeline.Heard;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How far the channels of incidents have been read, so that a reading that is cut off goes on where it was. */
public interface Readings {

    Optional<Heard> find(IncidentId incident);

    /**
     * Appends to the timeline what it does not have yet, and remembers how far that was; both or neither.
     *
     * @param after makes what to remember from the lines that were new
     */
    Heard advance(IncidentId incident, List<Entry> lines, Function<List<Entry>, Heard> after);
}
