package dev.muster.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events from Slack that have been accepted and not yet worked into the record. */
public interface Inbox {

    /**
     * Keeps an event durably; when this returns, Slack may be told so.
     *
     * @return false if the event had been kept before
     * @throws RuntimeException if it could not be kept
     */
    boolean keep(String eventId, String body, Instant now);

    /** Takes events that wait, in order of arrival, for as long as the lease. */
    List<Letter> take(Instant now, Duration lease, int most);

    /** They are worked in: their content goes, their ids stay, so that they are not taken in again. */
    void done(List<Letter> letters, Instant now);

    /** It cannot be worked in yet. */
    void later(Letter letter, Instant next, String why);

    /** Forgets the ids of events that were done before then. */
    void forget(Instant doneBefore);

    /** Frees what a process that is gone had taken. Only for a database that has a single process. */
    void freeAll();

    /** How many wait, and since when the oldest does. */
    Depth depth();

    /** An event as Slack sent it. */
    record Letter(String eventId, String body, Instant receivedAt, int attempts) {}

    /** How much there is still to do. */
    record Depth(long waiting, Optional<Instant> oldest) {}
}
