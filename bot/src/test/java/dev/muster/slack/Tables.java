package dev.muster.slack;

import dev.muster.config.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a running bot keeps on disk, looked at, and spoiled, from outside. */
final class Tables {

    private final String url;

    Tables(Settings settings) {
        this.url = settings.database().url() + "?busy_timeout=10000";
    }

    /** The first column of every row. */
    List<String> texts(String sql, Object... values) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(String.valueOf(rows.getString(1)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long count(String sql, Object... values) {
        return Long.parseLong(texts("SELECT COUNT(*) FROM " + sql, values).get(0));
    }

    void run(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Whether everything that is due has been done, and everything that came is worked in. */
    boolean isSettled() {
        return count("inbox WHERE done_at IS NULL") == 0
                && count(
                                "promises WHERE given_up = 0 AND due_at <= ?",
                                Instant.now().toEpochMilli())
                        == 0;
    }
}
