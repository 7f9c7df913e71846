package dev.muster.store;

import dev.muster.desk.Promises.Backlog;
import dev.muster.desk.Promises.GivenUp;
import dev.muster.incident.Chore;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Promise;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of promises, looked at and left as it is. */
final class PromiseLooks {

    private PromiseLooks() {}

    /** What is due for a chore in one lane and was never taken in hand. */
    static List<Promise> fresh(Handle handle, String lane, Chore chore, Instant until) {
        return handle.createQuery(
                        """
                        SELECT * FROM promises
                        WHERE lane = :lane AND due_at <= :until AND given_up = 0 AND attempts = 0 AND chore = :chore
                        ORDER BY rank, incident_id, subject
                        """)
                .bind("lane", lane)
                .bind("until", until)
                .bind("chore", chore.name())
                .map((row, ctx) -> promise(row))
                .list();
    }

    /** When the next promise becomes due that is not due yet. */
    static Optional<Instant> nextDue(Handle handle, Instant now) {
        return handle.createQuery(
                        """
                        SELECT MIN(moment) AS next FROM (
                            SELECT CASE WHEN taken_until > not_before THEN taken_until ELSE not_before END AS moment
                            FROM promises WHERE given_up = 0) moments
                        WHERE moment > :now
                        """)
                .bind("now", now)
                .map((row, ctx) -> Optional.ofNullable(row.getObject("next")))
                .one()
                .map(next -> Instant.ofEpochMilli(((Number) next).longValue()));
    }

    /** How many wait although they are due, and how many were given up. */
    static Backlog backlog(Handle handle, Instant now) {
        return handle.createQuery(
                        """
                        SELECT COALESCE(SUM(CASE WHEN given_up = 0 AND due_at <= :now THEN 1 ELSE 0 END), 0) AS overdue,
                               COALESCE(SUM(given_up), 0) AS given_up
                        FROM promises
                        """)
                .bind("now", now)
                .map((row, ctx) -> new Backlog(row.getLong("overdue"), row.getLong("given_up")))
                .one();
    }

    /** What was given up, the latest first. */
    static List<GivenUp> givenUp(Handle handle, int most) {
        return handle.createQuery(
                        "SELECT * FROM promises WHERE given_up = 1 ORDER BY due_at DESC, chore, subject LIMIT :most")
                .bind("most", most)
                .map((row, ctx) -> new GivenUp(
                        promise(row),
                        Optional.ofNullable(row.getString("last_error")).orElse("")))
                .list();
    }

    static Promise promise(ResultSet row) throws SQLException {
        return new Promise(
                new IncidentId(row.getLong("incident_id")),
                Chore.valueOf(row.getString("chore")),
                row.getString("subject"),
                row.getString("lane"),
                Instant.ofEpochMilli(row.getLong("due_at")));
    }
}
