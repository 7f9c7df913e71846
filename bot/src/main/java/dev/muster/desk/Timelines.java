package dev.muster.desk;

import dev.muster.incident.Actor;
import dev.muster.incident.Entry;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.UserId;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Row;
import dev.muster.timeline.RowNumbers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What was written down: to be read, and, where it must not be kept, to be blanked. */
public interface Timelines {

    /** Every row up to the head, in order of its number; streamed, so that length does not matter. */
    void each(IncidentId id, Chain head, Consumer<Row> reader);

    /** Every row there is now. */
    default void each(IncidentId id, Consumer<Row> reader) {
        each(id, head(id), reader);
    }

    Optional<Row> find(IncidentId id, long seq);

    /** The row of the fact with this key. */
    Optional<Row> find(IncidentId id, String source);

    /** The rows behind this one, in order, at most so many. */
    List<Row> page(IncidentId id, long afterSeq, int most);

    /** The rows about messages of a channel whose {@code ts} lie in between, both included. */
    List<Row> about(IncidentId id, MessageRef first, MessageRef last);

    /** The rows about replies to messages of a channel whose {@code ts} lie in between, both included. */
    List<Row> replies(IncidentId id, MessageRef first, MessageRef last);

    /** The key moments of one kind, oldest first. */
    List<Row> keyMoments(IncidentId id, Kind kind);

    /** The last key moments, oldest first. */
    List<Row> keyMoments(IncidentId id, int most);

    /** The rows of one kind, oldest first. */
    List<Row> of(IncidentId id, Kind kind);

    /** Everybody who did something that stands on it, once for each name that they had. */
    List<Actor> people(IncidentId id);

    /** When somebody last said something in the channel, as far as that is on the timeline. */
    Optional<Instant> lastMessage(IncidentId id);

    /** The length and the last hash, as the incident's own row says. */
    Chain head(IncidentId id);

    /**
     * The rows in which something is still said: by this person, or by anybody. The declaration is not among them,
     * because an incident needs its name; it can be redacted by its number.
     */
    RowNumbers saying(IncidentId id, Optional<UserId> by);

    /**
     * Blanks what these rows say, and what all rows about the same messages say, wherever it is kept: in the rows, in
     * the events as Slack sent them, in what is searched, in the incident itself. Together with it, a line says so.
     *
     * @param line makes the line from the numbers of the rows that are blanked
     * @return those numbers; none if nothing was left to blank
     */
    RowNumbers redact(IncidentId id, RowNumbers rows, Function<RowNumbers, Entry> line);
}
