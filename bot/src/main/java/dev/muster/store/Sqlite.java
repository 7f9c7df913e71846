package dev.muster.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** One file: many readers beside the one writer. */
final class Sqlite implements Database {

    /** In the URL, because the same as statements at the start of a connection was seen not to hold. */
    private static final String SETTINGS =
            "?journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE&busy_timeout=10000&foreign_keys=ON";

    private static final int READERS = 5;
    private static final int ATTEMPTS = 100;

    /** So many bytes are looked through in less than a second. */
    private static final long LOOKED_THROUGH = 256L << 20;

    /** What is deleted is overwritten with zeros, so that what was redacted is in no corner of the file. */
    private static final String OVERWRITE = "PRAGMA secure_delete = ON";

    private static final Map<String, String> EXPECTED = Map.of(
            "journal_mode",
            "wal",
            "synchronous",
            "2",
            "busy_timeout",
            "10000",
            "foreign_keys",
            "1",
            "secure_delete",
            "1");

    private final Words words = new FullText();
    private final HikariDataSource readers;
    private final HikariDataSource own;
    private final Jdbi jdbi;
    private final Writer writer;
    private final Upkeep upkeep;

    private Sqlite(HikariDataSource readers, HikariDataSource own) {
        this.readers = readers;
        this.own = own;
        this.jdbi = Database.taught(Jdbi.create(readers));
        this.writer = new Writer(Database.taught(Jdbi.create(own)));
        this.upkeep = new Upkeep(jdbi, this::index);
    }

    static Sqlite open(Location location) {
        makeFolder(location);
        requireWhole(location);
        HikariDataSource own = pool(location, "sqlite-writer", 1);
        HikariDataSource readers = pool(location, "sqlite-readers", READERS);
        try {
            Jdbi.create(own).useHandle(Sqlite::requireSettings);
            Jdbi.create(own).useHandle(handle -> handle.execute(Upkeep.SELDOM));
            Jdbi.create(readers).useHandle(Sqlite::requireSettings);
            return new Sqlite(readers, own);
        } catch (RuntimeException e) {
            readers.close();
            own.close();
            throw e;
        }
    }

    /** The writer has a connection of its own, so that no reader ever keeps it waiting for one. */
    private static HikariDataSource pool(Location location, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(location.url() + SETTINGS);
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setConnectionInitSql(OVERWRITE);
        return new HikariDataSource(config);
    }

    @Override
    public <T, X extends Exception> T write(HandleCallback<T, X> work) throws X {
        return told(() -> writer.write(work));
    }

    @Override
    public <T, X extends Exception> T writeSoon(HandleCallback<T, X> work) throws X {
        return told(() -> writer.writeSoon(work));
    }

    private static <T, X extends Exception> T told(Writing<T, X> writing) throws X {
        try {
            return writing.run();
        } catch (RuntimeException trouble) {
            throw BadDisk.told(trouble);
        }
    }

    /** Something that is written by the writer. */
    @FunctionalInterface
    private interface Writing<T, X extends Exception> {
        T run() throws X;
    }

    @Override
    public CompletableFuture<Boolean> insert(String sql, @Nullable Object... values) {
        return writer.insert(sql, values);
    }

    @Override
    public Words words() {
        return words;
    }

    /** The log that is written ahead still has what was deleted, until it is cut off; a reader may stand in the way. */
    @Override
    public void forget() {
        for (int attempt = 0; attempt < ATTEMPTS && isKept(); attempt++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Whether the log could not be cut off. */
    private boolean isKept() {
        return read(handle -> handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                        .map((row, ctx) -> row.getInt(1))
                        .one())
                != 0;
    }

    @Override
    public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
        return jdbi.withHandle(work);
    }

    @Override
    public void copyTo(Path file) {
        read(handle -> handle.execute("VACUUM INTO ?", file.toString()));
    }

    /** Plainly begun, since the connection's own way would keep writers out. */
    @Override
    public <T, X extends Exception> T snapshot(HandleCallback<T, X> work) throws X {
        return read(handle -> {
            handle.execute("BEGIN DEFERRED");
            try {
                return work.withHandle(handle);
            } finally {
                handle.execute("ROLLBACK");
            }
        });
    }

    @Override
    public boolean isShared() {
        return false;
    }

    private int index() {
        return read(FullText::isBehind) ? writer.writeSoon(FullText::index) : 0;
    }

    @Override
    public void close() {
        upkeep.close();
        writer.close();
        own.close();
        readers.close();
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

    /**
     * Looks through the file before anything is written to it, on a connection that cannot write. A large one is only looked
     * at where it ends: to look through it would keep the bot from its work.
     *
     * @throws Unusable if it is damaged
     */
    private static void requireWhole(Location location) {
        Path file = location.file().orElseThrow();
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (Connection look = DriverManager.getConnection(
                        location.url().replaceAll("\\?.*", "") + "?open_mode=1&busy_timeout=10000");
                Statement statement = look.createStatement()) {
            boolean isSmall = Files.size(file) <= LOOKED_THROUGH;
            String said = isSmall ? said(statement, "PRAGMA quick_check(1)") : said(statement, "SELECT 'ok'");
            if (!said.equals("ok")) {
                throw new Unusable(location, Unusable.damaged(said.replaceAll("\\s+", " ")));
            }
        } catch (SQLException | IOException e) {
            throw Unusable.because(location, new IllegalStateException(e));
        }
    }

    private static String said(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "ok";
        }
    }

    private static void makeFolder(Location location) {
        try {
            Optional<Path> folder =
                    location.file().map(file -> file.toAbsolutePath().getParent());
            if (folder.isPresent()) {
                Files.createDirectories(folder.get());
            }
        } catch (IOException e) {
            throw new Unusable(
                    location, "its folder cannot be made (" + e.getClass().getSimpleName() + ").");
        }
    }
}
