package dev.muster.store;

import dev.muster.desk.Claim;
import dev.muster.desk.Promises;
import dev.muster.incident.Chore;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Promise;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Promises in the database: the row decides who acts. */
public final class JdbiPromises implements Promises {

    private final Database database;

    public JdbiPromises(Database database) {
        this.database = database;
    }

    @Override
    public List<Claim> claim(Instant now, Duration lease, int most, Set<String> mine) {
        List<Claim> heads = database.read(handle -> heads(handle, now, most)).stream()
                .filter(claim -> !mine.contains(claim.promise().name()))
                .toList();
        return heads.isEmpty()
                ? heads
                : database.write(handle -> heads.stream()
                        .filter(claim -> taken(handle, claim, now, now.plus(lease)))
                        .toList());
    }

    @Override
    public void kept(Claim claim) {
        database.write(handle -> {
            int deleted = as(
                            claim,
                            handle.createUpdate(
                                    """
                            DELETE FROM promises
                            WHERE incident_id = :incident AND chore = :chore AND subject = :subject
                              AND token = :token AND generation = :generation
                            """))
                    .execute();
            return deleted == 1
                    ? 1
                    : as(
                                    claim,
                                    handle.createUpdate(
                                            """
                            UPDATE promises SET token = NULL, taken_until = 0, attempts = 0
                            WHERE incident_id = :incident AND chore = :chore AND subject = :subject AND token = :token
                            """))
                            .execute();
        });
    }

    @Override
    public boolean extend(Claim claim, Instant until) {
        return database.write(handle -> as(
                                claim,
                                handle.createUpdate(
                                        """
                        UPDATE promises SET taken_until = :until
                        WHERE incident_id = :incident AND chore = :chore AND subject = :subject AND token = :token
                        """))
                        .bind("until", until)
                        .execute())
                == 1;
    }

    @Override
    public void later(Claim claim, Instant next, String why) {
        wait(claim, next, why, 0);
    }

    @Override
    public void untried(Claim claim, Instant next, String why) {
        wait(claim, next, why, 1);
    }

    private void wait(Claim claim, Instant next, String why, int uncounted) {
        database.write(handle -> as(
                        claim,
                        handle.createUpdate(
                                """
                        UPDATE promises SET token = NULL, taken_until = 0, attempts = attempts - :uncounted,
                            not_before = CASE WHEN generation = :generation THEN :next ELSE not_before END,
                            last_error = CASE WHEN generation = :generation THEN :why ELSE last_error END
                        WHERE incident_id = :incident AND chore = :chore AND subject = :subject AND token = :token
                        """))
                .bind("next", next)
                .bind("why", why)
                .bind("uncounted", uncounted)
                .execute());
    }

    @Override
    public void giveUp(Claim claim, String why) {
        database.write(handle -> as(
                        claim,
                        handle.createUpdate(
                                """
                        UPDATE promises SET token = NULL, taken_until = 0, last_error = :why,
                            given_up = CASE WHEN generation = :generation THEN 1 ELSE 0 END
                        WHERE incident_id = :incident AND chore = :chore AND subject = :subject AND token = :token
                        """))
                .bind("why", why)
                .execute());
    }

    @Override
    public List<Promise> fresh(String lane, Chore chore, Instant until) {
        return database.read(handle -> PromiseLooks.fresh(handle, lane, chore, until));
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return database.read(handle -> PromiseLooks.nextDue(handle, now));
    }

    @Override
    public Backlog backlog(Instant now) {
        return database.read(handle -> PromiseLooks.backlog(handle, now));
    }

    @Override
    public List<GivenUp> givenUp(int most) {
        return database.read(handle -> PromiseLooks.givenUp(handle, most));
    }

    @Override
    public void clockWentBack(Instant now, Instant was) {
        database.write(handle -> handle.createUpdate(
                        """
                        UPDATE promises SET not_before = :now
                        WHERE not_before > :now AND (due_at <= :was OR not_before <= :was OR last_error IS NOT NULL)
                        """)
                .bind("now", now)
                .bind("was", was)
                .execute());
    }

    @Override
    public void freeAll() {
        database.write(handle -> handle.execute("UPDATE promises SET token = NULL, taken_until = 0"));
    }

    @Override
    public int tryAgain(Collection<IncidentId> incidents, Instant now) {
        return database.write(handle -> incidents.stream()
                .mapToInt(id -> handle.createUpdate(
                                "UPDATE promises SET given_up = 0, not_before = :now WHERE given_up = 1 AND incident_id = :id")
                        .bind("now", now)
                        .bind("id", id)
                        .execute())
                .sum());
    }

    /**
     * The first due promise of each lane, unless somebody has it or it waits; a lane is never overtaken, and nobody works in one
     * in which somebody works: what has become due meanwhile may stand before what is in hand. What was tried in vain was due,
     * whatever the clock says since.
     */
    private static List<Claim> heads(Handle handle, Instant now, int most) {
        return handle.createQuery(
                        """
                        SELECT * FROM promises p
                        WHERE given_up = 0 AND not_before <= :now AND taken_until <= :now
                          AND NOT EXISTS (
                            SELECT 1 FROM promises t WHERE t.lane = p.lane AND t.taken_until > :now)
                          AND NOT EXISTS (
                            SELECT 1 FROM promises e
                            WHERE e.lane = p.lane AND e.given_up = 0
                              AND (e.due_at <= :now OR e.not_before <= :now OR e.last_error IS NOT NULL)
                              AND (e.rank < p.rank OR (e.rank = p.rank
                                AND (e.incident_id < p.incident_id OR (e.incident_id = p.incident_id
                                  AND e.chore || '/' || e.subject < p.chore || '/' || p.subject)))))
                        ORDER BY rank LIMIT :most
                        """)
                .bind("now", now)
                .bind("most", most)
                .map((row, ctx) -> claim(row))
                .list();
    }

    /** Two processes may both see a promise; only one of them updates the row. */
    private static boolean taken(Handle handle, Claim claim, Instant now, Instant until) {
        return as(
                                claim,
                                handle.createUpdate(
                                        """
                                UPDATE promises SET token = :token, taken_until = :until, attempts = attempts + 1
                                WHERE incident_id = :incident AND chore = :chore AND subject = :subject
                                  AND generation = :generation AND given_up = 0 AND taken_until <= :now
                                  AND NOT EXISTS (
                                    SELECT 1 FROM promises t WHERE t.lane = :lane AND t.taken_until > :now)
                                """))
                        .bind("now", now)
                        .bind("lane", claim.promise().lane())
                        .bind("until", until)
                        .execute()
                == 1;
    }

    private static Update as(Claim claim, Update update) {
        return update.bind("incident", claim.promise().incident())
                .bind("chore", claim.promise().chore().name())
                .bind("subject", claim.promise().subject())
                .bind("token", claim.token())
                .bind("generation", claim.generation());
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                PromiseLooks.promise(row),
                UUID.randomUUID().toString(),
                row.getLong("generation"),
                row.getInt("attempts") + 1);
    }
}
