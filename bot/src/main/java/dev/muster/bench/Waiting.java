package dev.muster.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;

/** Looks from outside at how many events are not worked in yet. */
final class Waiting implements AutoCloseable {

    private final Connection connection;

    Waiting(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
    }

    long now() {
        return count("SELECT COUNT(*) FROM inbox WHERE done_at IS NULL");
    }

    long accepted() {
        return count("SELECT COUNT(*) FROM inbox");
    }

    /** Until nothing waits. */
    void none() {
        while (now() > 0) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private long count(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
