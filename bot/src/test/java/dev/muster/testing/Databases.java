package dev.muster.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Empty databases: a new SQLite file, or a new database on an embedded PostgreSQL that all tests share. */
public final class Databases {

    private static final AtomicInteger number = new AtomicInteger();

    private Databases() {}

    public static String sqlite(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("muster.db");
    }

    public static String postgres() {
        return postgres("");
    }

    /** Another database with the same in it. Nobody may be working on it. */
    public static String copy(String database, Path folder) {
        return database.startsWith("jdbc:sqlite:")
                ? sqlite(copied(Path.of(database.substring("jdbc:sqlite:".length())), folder))
                : postgres(" TEMPLATE " + database.replaceAll(".*/(\\w+)\\?.*", "$1"));
    }

    private static Path copied(Path file, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.copy(file, folder.resolve(file.getFileName()));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String postgres(String like) {
        String name = "muster" + number.incrementAndGet();
        try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + like);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database " + name, e);
        }
        return Server.INSTANCE.getJdbcUrl("postgres", name);
    }

    /** Started by the first test that needs it, stopped with the process. */
    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
