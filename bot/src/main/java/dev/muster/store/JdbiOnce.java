package dev.muster.store;

import dev.muster.desk.Once;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What is done once and no more, in the database. */
public final class JdbiOnce implements Once {

    private static final Duration LEASE = Duration.ofMinutes(30);

    private final Database database;
    private final InstantSource clock;

    public JdbiOnce(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean take(String name) {
        Instant now = clock.instant();
        return database.write(handle -> handle.createUpdate(
                                """
                                INSERT INTO once (name, taken_until, done) VALUES (:name, :until, 0)
                                ON CONFLICT (name) DO UPDATE SET taken_until = excluded.taken_until
                                WHERE once.done = 0 AND once.taken_until <= :now
                                """)
                        .bind("name", name)
                        .bind("now", now)
                        .bind("until", now.plus(LEASE))
                        .execute())
                == 1;
    }

    @Override
    public void free(String name) {
        database.write(handle -> handle.createUpdate("UPDATE once SET taken_until = 0 WHERE name = :name AND done = 0")
                .bind("name", name)
                .execute());
    }

    @Override
    public void done(String name) {
        database.write(handle -> handle.createUpdate("UPDATE once SET done = 1 WHERE name = :name")
                .bind("name", name)
                .execute());
    }
}
