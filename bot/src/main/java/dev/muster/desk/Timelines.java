package dev.muster.desk;

import dev.muster.incident.IncidentId;
import dev.muster.incident.MessageRef;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What was written down, to be read. */
public interface Timelines {

    /** Every row in order of its number; streamed, so that length does not matter. */
    void each(IncidentId id, Consumer<Row> reader);

    Optional<Row> find(IncidentId id, long seq);

    /** Whether the message itself, in whatever wording, is on the record. */
    boolean knows(IncidentId id, MessageRef message);

    /** The last key moments, oldest first. */
    List<Row> keyMoments(IncidentId id, int most);

    /** The length and the last hash, as the incident's own row says. */
    Chain head(IncidentId id);
}
