package dev.muster.testing;

import dev.muster.config.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What a running bot still has to do, read from its database by somebody else. */
public final class Books implements AutoCloseable {

    private final Connection connection;

    public Books(Settings settings) {
        this(settings.database().url());
    }

    public Books(String database) {
        try {
            connection = DriverManager.getConnection(
                    database.startsWith("jdbc:sqlite:") ? database + "?busy_timeout=10000" : database);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open " + database, e);
        }
    }

    /** Whether there is anything that could be done at this moment, or is being done. */
    public boolean isBusy(Instant now) {
        return count("SELECT COUNT(*) FROM inbox WHERE done_at IS NULL AND not_before <= ?", now.toEpochMilli()) > 0
                || isPromising(now.toEpochMilli());
    }

    /**
     * A promise that waits holds up those behind it in its lane, which are nothing that could be done. What was tried in vain
     * waits although the clock may have gone back since.
     */
    private boolean isPromising(long now) {
        return count(
                        """
                        SELECT COUNT(*) FROM promises p
                        WHERE given_up = 0 AND (taken_until > ? OR not_before <= ? AND NOT EXISTS (
                            SELECT 1 FROM promises waits
                            WHERE waits.lane = p.lane AND waits.given_up = 0 AND waits.not_before > ?
                              AND (waits.due_at <= ? OR waits.last_error IS NOT NULL)))
                        """,
                        now,
                        now,
                        now,
                        now)
                > 0;
    }

    /** When there will be something to do again. */
    public Optional<Instant> next(Instant now) {
        long moment = count(
                """
                SELECT COALESCE(MIN(not_before), 0) FROM (
                    SELECT not_before FROM promises WHERE given_up = 0
                    UNION ALL SELECT not_before FROM inbox WHERE done_at IS NULL) waiting
                WHERE not_before > ?
                """,
                now.toEpochMilli());
        return Optional.of(moment).filter(found -> found > 0).map(Instant::ofEpochMilli);
    }

    public long givenUp() {
        return count("SELECT COUNT(*) FROM promises WHERE given_up = 1");
    }

    public long count(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
