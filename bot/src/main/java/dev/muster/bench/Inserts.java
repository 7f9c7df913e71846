package dev.muster.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The same rows, written by bare JDBC into a file of their own. */
final class Inserts implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement insert;
    private final Events events = new Events(0);

    Inserts(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=FULL");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE inbox (event_id TEXT PRIMARY KEY, received_at BIGINT NOT NULL,"
                    + " body TEXT NOT NULL, not_before BIGINT NOT NULL, done_at BIGINT)");
            statement.execute("CREATE INDEX inbox_waiting ON inbox (received_at) WHERE done_at IS NULL");
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement(
                "INSERT INTO inbox (event_id, received_at, body, not_before) VALUES (?, ?, ?, ?)");
    }

    /** Rows a second, so many in a commit. */
    double run(int together, Duration length) throws SQLException {
        long start = System.nanoTime();
        long rows = 0;
        while (System.nanoTime() - start < length.toNanos()) {
            for (int count = 0; count < together; count++) {
                insert();
            }
            connection.commit();
            rows += together;
        }
        return rows / ((System.nanoTime() - start) / 1e9);
    }

    private void insert() throws SQLException {
        String body = new String(events.next(), StandardCharsets.UTF_8);
        insert.setString(1, events.id());
        insert.setLong(2, 1_700_000_000_000L);
        insert.setString(3, body);
        insert.setLong(4, 1_700_000_000_000L);
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
