package dev.muster.store;

import dev.muster.incident.ChannelId;
import dev.muster.incident.IncidentId;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/** How our types stand in columns: ids as what they hold, instants as epoch milliseconds. */
final class Types {

    private Types() {}

    static Jdbi teach(Jdbi jdbi) {
        return teach(
                teach(
                        teach(jdbi, Instant.class, java.sql.Types.BIGINT, Instant::toEpochMilli, Types::instant),
                        IncidentId.class,
                        java.sql.Types.BIGINT,
                        IncidentId::number,
                        (row, column) -> new IncidentId(row.getLong(column))),
                ChannelId.class,
                java.sql.Types.VARCHAR,
                ChannelId::value,
                (row, column) -> new ChannelId(row.getString(column)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    private static <T> Jdbi teach(Jdbi jdbi, Class<T> type, int sqlType, Function<T, Object> write, Read<T> read) {
        jdbi.registerArgument(new Factory<>(type, sqlType, write));
        return jdbi.registerColumnMapper(type, (row, column, ctx) -> read.column(row, column));
    }

    /** Preparable, because Jdbi asks those first and would otherwise bind an instant in its own way. */
    private record Factory<T>(Class<T> type, int sqlType, Function<T, Object> write)
            implements ArgumentFactory.Preparable {

        @Override
        public Optional<Function<Object, Argument>> prepare(Type wanted, ConfigRegistry config) {
            return wanted == type ? Optional.of(this::argument) : Optional.empty();
        }

        @SuppressWarnings("NullAway") // JDBC takes null for SQL's NULL.
        private Argument argument(@Nullable Object value) {
            Object sql = value == null ? null : write.apply(type.cast(value));
            return (position, statement, ctx) -> statement.setObject(position, sql, sqlType);
        }
    }

    /** Reads a column. */
    private interface Read<T> {
        T column(ResultSet row, int column) throws SQLException;
    }
}
