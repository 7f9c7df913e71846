package dev.muster.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/** Where everything is kept: opened once, safe for many threads. */
public sealed interface Database extends AutoCloseable permits Sqlite, Postgres {

    /**
     * Opens what the URL names, checks it, and brings its tables up to date.
     *
     * @throws Unusable if it cannot be
     */
    static Database open(Location location) {
        try {
            return migrated(location.isSqlite() ? Sqlite.open(location) : Postgres.open(location));
        } catch (RuntimeException e) {
            throw Unusable.because(location, e);
        }
    }

    private static Database migrated(Database database) {
        try {
            database.migrate();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Brings the tables up to date. */
    default void migrate() {
        write(handle -> {
            Migrations.run(handle, words().dialect());
            return true;
        });
    }

    /**
     * Runs in a transaction that is durable when this returns. The work must use its handle alone, and be quick: on
     * SQLite others wait for it.
     *
     * @throws RuntimeException as the work throws; nothing of it is kept then
     */
    <T, X extends Exception> T write(HandleCallback<T, X> work) throws X;

    /** Reads what has been committed. */
    <T, X extends Exception> T read(HandleCallback<T, X> work) throws X;

    /** Reads what had been committed when it began, however long it takes and whatever is written meanwhile. */
    <T, X extends Exception> T snapshot(HandleCallback<T, X> work) throws X;

    /**
     * Copies all that is committed into a file of its own, while others go on.
     *
     * @param file does not exist
     * @throws UnsupportedOperationException where the database is a server, which has its own ways
     */
    default void copyTo(Path file) {
        throw new UnsupportedOperationException("a server is copied by its own tools");
    }

    /** How it searches. */
    Words words();

    /**
     * Inserts a row. Many that come at once, with the same statement, are sent to the database together.
     *
     * @param sql with a question mark for each value
     * @param values texts, whole numbers and nulls
     * @return completed when it is durable, by a thread that must not be kept long: with false if its conflict clause
     *     says to leave it, exceptionally if it was not inserted
     */
    CompletableFuture<Boolean> insert(String sql, @Nullable Object... values);

    /** Whether other processes may work on it at the same time. */
    boolean isShared();

    /** The time that all who share it agree on. */
    default InstantSource clock() {
        return InstantSource.system();
    }

    /** Looks at that clock again; to be called every few seconds. */
    default void lookAtClock() {}

    /** As {@link #write}, for work that can wait: nothing urgent waits for it longer than for one commit. */
    default <T, X extends Exception> T writeSoon(HandleCallback<T, X> work) throws X {
        return write(work);
    }

    /** Leaves nothing of what was deleted in files that are only there for speed. */
    default void forget() {}

    @Override
    void close();

    /** Teaches Jdbi the types that are ours, and to keep what people wrote out of its exceptions, which are logged. */
    static Jdbi taught(Jdbi jdbi) {
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return Types.teach(jdbi);
    }
}
