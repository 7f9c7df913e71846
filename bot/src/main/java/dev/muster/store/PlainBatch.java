package dev.muster.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Many rows by one statement, bound by position. For the few places where rows come by the hundred while the writer's
 * thread is held: there Jdbi's binding by name took longer than SQLite's inserting.
 */
final class PlainBatch {

    private PlainBatch() {}

    /** The values of one row, in the order of the question marks: texts, whole numbers and nulls. */
    @FunctionalInterface
    interface Values<T> {
        @Nullable
        Object[] of(T row);
    }

    static <T> void run(Handle handle, String sql, Iterable<T> rows, Values<T> values) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (T row : rows) {
                bind(statement, values.of(row));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("some rows could not be written: " + e.getMessage(), e);
        }
    }

    static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
    }
}
