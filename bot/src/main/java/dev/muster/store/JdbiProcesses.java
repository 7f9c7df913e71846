package dev.muster.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The processes that share a database: each says now and then that it is there, so that everybody sees all. */
public final class JdbiProcesses {

    private final Database database;

    public JdbiProcesses(Database database) {
        this.database = database;
    }

    /**
     * A process.
     *
     * @param name its machine and its number there
     * @param seenAt when it was last heard of
     */
    public record Running(String name, String version, Instant startedAt, Instant seenAt) {}

    /** It is there; and the server's clock is looked at. */
    public void seen(Running process) {
        database.lookAtClock();
        database.write(handle -> handle.createUpdate(
                        """
                        INSERT INTO processes (name, version, started_at, seen_at) VALUES (:name, :version, :started, :seen)
                        ON CONFLICT (name) DO UPDATE SET version = excluded.version, started_at = excluded.started_at,
                            seen_at = excluded.seen_at
                        """)
                .bind("name", process.name())
                .bind("version", process.version())
                .bind("started", process.startedAt())
                .bind("seen", process.seenAt())
                .execute());
    }

    /** It ends in peace. */
    public void left(String name) {
        database.write(handle -> handle.createUpdate("DELETE FROM processes WHERE name = :name")
                .bind("name", name)
                .execute());
    }

    /** All that were heard of after a moment, by name. */
    public List<Running> all(Instant since) {
        return database.read(
                handle -> handle.createQuery("SELECT * FROM processes WHERE seen_at > :since ORDER BY name")
                        .bind("since", since)
                        .map((row, ctx) -> running(row))
                        .list());
    }

    private static Running running(ResultSet row) throws SQLException {
        return new Running(
                row.getString("name"),
                row.getString("version"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                Instant.ofEpochMilli(row.getLong("seen_at")));
    }
}
