package dev.muster.desk;

import dev.muster.incident.Entry;
import dev.muster.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Events from Slack that have been accepted and not yet worked into the record. */
public interface Inbox {

    /**
     * Keeps an event durably; when this is completed, Slack may be told so. Nobody waits meanwhile, so that a thousand
     * events need no thousand threads.
     *
     * @return false if the event had been kept before; completed with an exception if it could not be kept
     */
    CompletableFuture<Boolean> keep(String eventId, String body, Instant now);

    /**
     * Takes events that wait, in order of arrival, for as long as the lease. Where there is a single process, the same
     * ones are taken again until they are done: one thread takes.
     */
    List<Letter> take(Instant now, Duration lease, int most);

    /**
     * They are worked in: what they say stands on the timelines, and they are not taken again. Both or neither.
     *
     * @param lines by incident, what the letters say
     */
    void done(List<Letter> letters, Map<IncidentId, List<Entry>> lines, Instant now);

    /** It cannot be worked in yet. */
    void later(Letter letter, Instant next, String why);

    /** Forgets what events said that were done before {@code saidBefore}, and all of those before {@code doneBefore}. */
    void forget(Instant saidBefore, Instant doneBefore);

    /** Has events read again, as far as they are kept; how many that are. */
    int again();

    /** Frees what a process that is gone had taken. Only for a database that has a single process. */
    void freeAll();

    /** How many wait, and since when the oldest does. */
    Depth depth();

    /**
     * An event as Slack sent it, without the secrets that were in it.
     *
     * @param again whether it was worked in before, and is now only read by a reducer that may know more
     */
    record Letter(String eventId, String body, Instant receivedAt, int attempts, boolean again) {}

    /** How much there is still to do. */
    record Depth(long waiting, Optional<Instant> oldest) {}
}
