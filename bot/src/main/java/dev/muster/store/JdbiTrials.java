package dev.muster.store;

import dev.muster.desk.Trials;
import dev.muster.runbook.Runbook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What came of trying runbooks out, in the database. */
public final class JdbiTrials implements Trials {

    private final Database database;
    private final InstantSource clock;

    public JdbiTrials(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void put(Runbook book, boolean passed, List<String> report) {
        database.write(handle -> handle.createUpdate(
                        """
                        INSERT INTO trials (runbook, version, at, passed, report)
                        VALUES (:runbook, :version, :at, :passed, :report)
                        ON CONFLICT (runbook, version, at) DO UPDATE
                        SET passed = excluded.passed, report = excluded.report
                        """)
                .bind("runbook", book.id())
                .bind("version", book.version())
                .bind("at", clock.instant())
                .bind("passed", passed ? 1 : 0)
                .bind("report", String.join("\n", report))
                .execute());
    }

    @Override
    public Optional<Tried> last(String runbook) {
        return database.read(handle -> handle.createQuery(
                        "SELECT version, at, passed, report FROM trials WHERE runbook = :runbook ORDER BY at DESC LIMIT 1")
                .bind("runbook", runbook)
                .map((row, ctx) -> new Tried(
                        row.getString("version"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getInt("passed") == 1,
                        row.getString("report").lines().toList()))
                .findOne());
    }
}
