package dev.muster.store;

import dev.muster.incident.IncidentId;
import dev.muster.incident.Promise;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The table of promises, as a commit writes it. */
final class PromiseRows {

    private PromiseRows() {}

    /**
     * Makes a promise, or moves it to its new time. Whoever has taken the old one keeps it, and finds out by the
     * generation that it is not done.
     */
    static void promise(Handle handle, Promise promise, long rank) {
        handle.createUpdate(
                        """
                        INSERT INTO promises (incident_id, chore, subject, lane, due_at, rank, not_before)
                        VALUES (:incident, :chore, :subject, :lane, :due, :rank, :due)
                        ON CONFLICT (incident_id, chore, subject) DO UPDATE SET
                            lane = excluded.lane, due_at = excluded.due_at, rank = excluded.rank,
                            not_before = excluded.not_before, generation = promises.generation + 1,
                            given_up = 0, last_error = NULL
                        """)
                .bind("incident", promise.incident())
                .bind("chore", promise.chore().name())
                .bind("subject", promise.subject())
                .bind("lane", promise.lane())
                .bind("due", promise.due())
                .bind("rank", rank)
                .execute();
    }

    /** The rank of the last of an incident's promises that are due; 0 if there is none. */
    static long lastRank(Handle handle, IncidentId id, Instant now) {
        return handle.createQuery(
                        """
                        SELECT COALESCE(MAX(rank), 0) FROM promises
                        WHERE incident_id = :id AND given_up = 0 AND (due_at <= :now OR not_before <= :now)
                        """)
                .bind("id", id)
                .bind("now", now)
                .mapTo(long.class)
                .one();
    }

    /** A channel that cannot be opened is awaited by nobody. */
    static boolean awaitsChannel(Handle handle) {
        return handle.createQuery("SELECT 1 FROM promises WHERE chore = 'OPEN_CHANNEL' AND given_up = 0 LIMIT 1")
                .mapTo(int.class)
                .findOne()
                .isPresent();
    }

    static void withdraw(Handle handle, Promise promise) {
        handle.createUpdate(
                        "DELETE FROM promises WHERE incident_id = :incident AND chore = :chore AND subject = :subject")
                .bind("incident", promise.incident())
                .bind("chore", promise.chore().name())
                .bind("subject", promise.subject())
                .execute();
    }
}
