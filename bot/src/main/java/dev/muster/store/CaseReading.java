package dev.muster.store;

import dev.muster.incident.Cadence;
import dev.muster.incident.Cause;
import dev.muster.incident.Ending;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Milestone;
import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import dev.muster.insight.Case;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of the table of cases. By number, because looking columns up by name takes longer than all the rest. */
final class CaseReading {

    static final String COLUMNS =
            """
            incident_id, severity, stage, ending, drill, hidden, declared_at, closed_at, services, causes, items_open,
            items_done, items_verified, items_dropped, updates_owed, updates_late, published_at, t0, t1, t2, t3, t4
            """;

    private static final Milestone[] MILESTONES = Milestone.values();
    private static final int T0 = 18;

    private CaseReading() {}

    static Case of(ResultSet row) throws SQLException {
        return new Case(
                new IncidentId(row.getLong(1)),
                Severity.valueOf(row.getString(2)),
                Stage.valueOf(row.getString(3)),
                Optional.ofNullable(row.getString(4)).map(Ending.Cause::valueOf),
                row.getInt(5) == 1,
                row.getInt(6) == 1,
                times(row),
                Instant.ofEpochMilli(row.getLong(7)),
                moment(row, 8),
                words(row.getString(9)),
                words(row.getString(10)).stream().map(Cause::valueOf).toList(),
                new Cadence(row.getLong(15), row.getLong(16)),
                new Case.Items(row.getInt(11), row.getInt(12), row.getInt(13), row.getInt(14)),
                moment(row, 17));
    }

    private static Map<Milestone, Instant> times(ResultSet row) throws SQLException {
        Map<Milestone, Instant> times = new EnumMap<>(Milestone.class);
        for (int index = 0; index < MILESTONES.length; index++) {
            Milestone milestone = MILESTONES[index];
            moment(row, T0 + index).ifPresent(at -> times.put(milestone, at));
        }
        return times;
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    private static List<String> words(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(CaseRows.BETWEEN));
    }
}
