package dev.muster.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a bot keeps, on either database, looked at from outside while it works or after it was killed. */
public final class Disk {

    private static final String SQLITE = "jdbc:sqlite:";

    private final String url;

    public Disk(String database) {
        this.url = database;
    }

    /** The first column of every row. */
    public List<String> texts(String sql) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** How many rows there are in a table, which may have a condition behind it. */
    public long count(String from) {
        return Long.parseLong(texts("SELECT COUNT(*) FROM " + from).get(0));
    }

    /** Whether everything that came is worked in. */
    public boolean isWorkedIn() {
        return count("inbox WHERE done_at IS NULL") == 0;
    }

    /** Whether, besides, everything that is due has been done. */
    public boolean isSettled() {
        return isWorkedIn()
                && count("promises WHERE given_up = 0 AND due_at <= "
                                + Instant.now().toEpochMilli())
                        == 0;
    }

    /** Whether no channel is being read, nor is to be. */
    public boolean isReadToTheEnd() {
        return isSettled() && count("promises WHERE chore = 'CATCH_UP'") == 0;
    }

    /** What a killed bot had in hand is free, as it is by itself on SQLite, and on PostgreSQL after five minutes. */
    public void forgetTheDead() {
        run("UPDATE promises SET taken_until = 0, token = NULL");
        run("UPDATE inbox SET not_before = received_at WHERE done_at IS NULL");
    }

    public void run(String sql) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(isSqlite() ? url + "?busy_timeout=10000" : url);
    }

    /** All that is kept, by the place where it is: every row of every table, and of SQLite every byte of every file. */
    public Map<String, String> contents() {
        Map<String, String> contents = new LinkedHashMap<>();
        tables().forEach(table -> contents.put("the table " + table, String.join("\n", rows(table))));
        files().forEach(file -> contents.put("the file " + file.getFileName(), bytes(file)));
        return contents;
    }

    private List<String> tables() {
        return texts(
                isSqlite()
                        ? "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
                        : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
    }

    private List<String> rows(String table) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + table);
                ResultSet rows = statement.executeQuery()) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    all.add(String.valueOf(rows.getString(column)));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        }
    }

    private List<Path> files() {
        return isSqlite()
                ? Stream.of("", "-wal", "-shm")
                        .map(end -> Path.of(url.substring(SQLITE.length()) + end))
                        .filter(Files::exists)
                        .toList()
                : List.of();
    }

    /**
     * What is in UTF-8 in the file is text here; the rest is odd, but there. Another process reads it: when a process
     * closes a file, it loses its locks on it, and with them its database.
     */
    private static String bytes(Path file) {
        try {
            Process reader = new ProcessBuilder("cat", file.toString()).start();
            return new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isSqlite() {
        return url.startsWith(SQLITE);
    }
}
