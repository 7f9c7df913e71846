package dev.muster.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.muster.desk.Unwritten;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** A server that several processes share. */
final class Postgres implements Database {

    /** A serialization failure, and a deadlock (PostgreSQL manual, appendix A). */
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01");

    /** The line is broken, or the server ended the session (the same appendix). */
    private static final Set<String> LOST_LINES =
            Set.of("08000", "08003", "08006", "08S01", "25P03", "57P01", "57P02", "57P03");

    private static final int ATTEMPTS = 10;

    private final Words words = new TextVectors();
    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final SharedClock clock;

    private Postgres(HikariDataSource source) {
        this.source = source;
        this.jdbi = Database.taught(Jdbi.create(source));
        this.clock = new SharedClock(this::time, InstantSource.system(), System::nanoTime);
    }

    static Postgres open(Location location) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(location.url());
        location.user().ifPresent(config::setUsername);
        location.password().ifPresent(config::setPassword);
        config.setPoolName("postgres");
        config.setMaximumPoolSize(16);
        config.setConnectionTimeout(2_000);
        config.addDataSourceProperty("socketTimeout", "30");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // A process that stands still in the middle of a transaction holds up no other for longer than that.
        config.addDataSourceProperty("options", "-c idle_in_transaction_session_timeout=15000");
        return new Postgres(new HikariDataSource(config));
    }

    /**
     * A transaction that PostgreSQL ended so that another could go on is done again; and once more one whose line broke before it
     * was to be kept: then nothing of it was.
     */
    @Override
    public <T, X extends Exception> T write(HandleCallback<T, X> work) throws X {
        for (int attempt = 1; ; attempt++) {
            AtomicBoolean isDone = new AtomicBoolean();
            try {
                return jdbi.inTransaction(handle -> {
                    T result = work.withHandle(handle);
                    isDone.set(true);
                    return result;
                });
            } catch (JdbiException e) {
                boolean isNothing = attempt == 1 && !isDone.get() && is(e, LOST_LINES);
                if (e instanceof ConnectionException) {
                    throw new Unwritten("My database cannot be reached.", e);
                }
                if (attempt == ATTEMPTS || !isNothing && !is(e, LOST_RACES)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public CompletableFuture<Boolean> insert(String sql, @Nullable Object... values) {
        try {
            return CompletableFuture.completedFuture(write(handle -> handle.execute(sql, values)) == 1);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public Words words() {
        return words;
    }

    /** One process at a time makes the tables. */
    @Override
    public void migrate() {
        write(handle -> {
            handle.execute("SELECT pg_advisory_xact_lock(4210)");
            Migrations.run(handle, words().dialect());
            return true;
        });
    }

    private static boolean is(Throwable trouble, Set<String> states) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && states.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
        return jdbi.withHandle(work);
    }

    @Override
    public <T, X extends Exception> T snapshot(HandleCallback<T, X> work) throws X {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work);
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public void lookAtClock() {
        clock.look();
    }

    private Instant time() {
        return read(handle -> handle.createQuery("SELECT clock_timestamp()")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant());
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void close() {
        source.close();
    }
}
