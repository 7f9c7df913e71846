package dev.muster.store;

import dev.muster.desk.Inbox;
import dev.muster.incident.Entry;
import dev.muster.incident.IncidentId;
import dev.muster.store.Commits.Draft;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;

/** Accepted events in the database. */
public final class JdbiInbox implements Inbox {

    private static final String KEEP =
            """
            INSERT INTO inbox (event_id, received_at, body, not_before) VALUES (?, ?, ?, ?)
            ON CONFLICT (event_id) DO NOTHING
            """;

    private static final String DONE = "UPDATE inbox SET done_at = ?, again = 0 WHERE event_id = ?";

    private final Database database;
    private final Commits commits;

    public JdbiInbox(Database database, InstantSource clock) {
        this.database = database;
        this.commits = new Commits(clock);
    }

    @Override
    public CompletableFuture<Boolean> keep(String eventId, String body, Instant now) {
        return database.insert(KEEP, eventId, now.toEpochMilli(), body, now.toEpochMilli());
    }

    @Override
    public List<Letter> take(Instant now, Duration lease, int most) {
        List<Letter> seen = database.read(handle -> waiting(handle, now, most));
        return seen.isEmpty() || !database.isShared()
                ? seen
                : database.write(handle -> seen.stream()
                        .filter(letter -> taken(handle, letter, now, now.plus(lease)))
                        .toList());
    }

    @Override
    public void done(List<Letter> letters, Map<IncidentId, List<Entry>> lines, Instant now) {
        Map<IncidentId, Optional<Draft>> drafts = database.read(handle -> drafts(handle, lines));
        database.writeSoon(handle -> {
            lines.forEach((id, entries) -> {
                commits.lock(handle, id);
                commits.append(handle, id, entries, drafts.getOrDefault(id, Optional.empty()));
            });
            PlainBatch.run(handle, DONE, letters, letter -> new Object[] {now.toEpochMilli(), letter.eventId()});
            return letters.size();
        });
        if (drafts.values().stream().anyMatch(Optional::isEmpty)) {
            database.forget();
        }
    }

    private Map<IncidentId, Optional<Draft>> drafts(Handle handle, Map<IncidentId, List<Entry>> lines) {
        Map<IncidentId, Optional<Draft>> drafts = new HashMap<>();
        lines.forEach((id, entries) -> drafts.put(id, commits.draft(handle, id, entries)));
        return drafts;
    }

    @Override
    public void later(Letter letter, Instant next, String why) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE inbox SET not_before = :next, last_error = :why, attempts = :attempts WHERE event_id = :id")
                .bind("next", next)
                .bind("why", why)
                .bind("attempts", letter.attempts())
                .bind("id", letter.eventId())
                .execute());
    }

    @Override
    public void forget(Instant saidBefore, Instant doneBefore) {
        database.write(handle -> {
            handle.createUpdate("DELETE FROM inbox WHERE done_at < :before")
                    .bind("before", doneBefore)
                    .execute();
            return handle.createUpdate("UPDATE inbox SET body = '' WHERE done_at < :before AND body <> ''")
                    .bind("before", saidBefore)
                    .execute();
        });
    }

    @Override
    public int again() {
        return database.write(
                handle -> handle.execute(
                        """
                UPDATE inbox SET again = 1, done_at = NULL, attempts = 0, not_before = received_at
                WHERE done_at IS NOT NULL AND body <> ''
                """));
    }

    @Override
    public void freeAll() {
        database.write(handle -> handle.execute("UPDATE inbox SET not_before = received_at WHERE done_at IS NULL"));
    }

    @Override
    public Depth depth() {
        return database.read(handle -> handle.createQuery(
                        "SELECT COUNT(*) AS waiting, MIN(received_at) AS oldest FROM inbox WHERE done_at IS NULL")
                .map((row, ctx) -> new Depth(
                        row.getLong("waiting"),
                        Optional.ofNullable(row.getObject("oldest"))
                                .map(at -> Instant.ofEpochMilli(((Number) at).longValue()))))
                .one());
    }

    private static List<Letter> waiting(Handle handle, Instant now, int most) {
        return handle.createQuery(
                        """
                        SELECT event_id, body, received_at, attempts, again FROM inbox
                        WHERE done_at IS NULL AND not_before <= :now
                        ORDER BY received_at LIMIT :most
                        """)
                .bind("now", now)
                .bind("most", most)
                .map((row, ctx) -> new Letter(
                        row.getString("event_id"),
                        row.getString("body"),
                        Instant.ofEpochMilli(row.getLong("received_at")),
                        row.getInt("attempts") + 1,
                        row.getInt("again") == 1))
                .list();
    }

    private static boolean taken(Handle handle, Letter letter, Instant now, Instant until) {
        return handle.createUpdate(
                                """
                                UPDATE inbox SET not_before = :until, attempts = attempts + 1
                                WHERE event_id = :id AND done_at IS NULL AND not_before <= :now
                                """)
                        .bind("id", letter.eventId())
                        .bind("now", now)
                        .bind("until", until)
                        .execute()
                == 1;
    }
}
