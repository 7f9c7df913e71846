package dev.muster.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** One file: many readers beside the one writer. */
final class Sqlite implements Database {

    /** In the URL, because the same as statements at the start of a connection was seen not to hold. */
    private static final String SETTINGS =
            "?journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE&busy_timeout=10000&foreign_keys=ON";

    private static final Map<String, String> EXPECTED =
            Map.of("journal_mode", "wal", "synchronous", "2", "busy_timeout", "10000", "foreign_keys", "1");

    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final Writer writer;

    private Sqlite(HikariDataSource source, Jdbi jdbi) {
        this.source = source;
        this.jdbi = jdbi;
        this.writer = new Writer(jdbi);
    }

    static Sqlite open(Location location) {
        makeFolder(location);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(location.url() + SETTINGS);
        config.setPoolName("sqlite");
        config.setMaximumPoolSize(5);
        HikariDataSource source = new HikariDataSource(config);
        try {
            Jdbi jdbi = Database.taught(Jdbi.create(source));
            jdbi.useHandle(Sqlite::requireSettings);
            return new Sqlite(source, jdbi);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    @Override
    public <T, X extends Exception> T write(HandleCallback<T, X> work) throws X {
        return writer.write(work);
    }

    @Override
    public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
        return jdbi.withHandle(work);
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void close() {
        writer.close();
        source.close();
    }

    /** What is not in force is not promised: better not to run. */
    private static void requireSettings(Handle handle) {
        EXPECTED.forEach((name, expected) -> {
            String actual =
                    handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
            if (!expected.equals(actual)) {
                throw new IllegalStateException(
                        "SQLite says %s = %s (expected: %s). Is the database on a network drive?"
                                .formatted(name, actual, expected));
            }
        });
    }

    private static void makeFolder(Location location) {
        try {
            Optional<Path> folder =
                    Optional.ofNullable(location.file().toAbsolutePath().getParent());
            if (folder.isPresent()) {
                Files.createDirectories(folder.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of " + location.file(), e);
        }
    }
}
