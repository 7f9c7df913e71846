package dev.muster.store;

import dev.muster.incident.Cadence;
import dev.muster.incident.Cause;
import dev.muster.incident.Ending;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Severity;
import dev.muster.insight.Case;
import dev.muster.insight.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads rows of the table of cases, for one thread. Columns go by number, numbers before texts, and the same services and
 * causes are taken apart once: there may be a hundred thousand rows while somebody waits.
 */
final class CaseReading {

    static final String COLUMNS =
            """
            incident_id, severity, finished, ending, drill, hidden, declared_at, closed_at, items_open, items_done,
            items_verified, items_dropped, updates_owed, updates_late, published_at, services || '\t' || causes,
            t0, t1, t2, t3, t4
            """;

    private final Map<String, Named> named = new HashMap<>();

    /** What stands in words. */
    private record Named(List<String> services, List<Cause> causes) {

        static Named of(String joined) {
            int between = joined.lastIndexOf('\t');
            return new Named(
                    words(joined.substring(0, between)),
                    words(joined.substring(between + 1)).stream()
                            .map(Cause::valueOf)
                            .toList());
        }

        private static List<String> words(String joined) {
            return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(CaseRows.BETWEEN));
        }
    }

    Case of(ResultSet row) throws SQLException {
        Named words = named.computeIfAbsent(row.getString(16), Named::of);
        return new Case(
                new IncidentId(row.getLong(1)),
                severity(row.getInt(2)),
                row.getInt(3) == 1,
                Optional.ofNullable(row.getString(4)).map(Ending.Cause::valueOf),
                row.getInt(5) == 1,
                row.getInt(6) == 1,
                Times.of(millis(row, 17), millis(row, 18), millis(row, 19), millis(row, 20), millis(row, 21)),
                Instant.ofEpochMilli(row.getLong(7)),
                instant(row, 8),
                words.services(),
                words.causes(),
                new Cadence(row.getLong(13), row.getLong(14)),
                new Case.Items(row.getInt(9), row.getInt(10), row.getInt(11), row.getInt(12)),
                instant(row, 15));
    }

    private static Severity severity(int number) {
        return switch (number) {
            case 1 -> Severity.SEV1;
            case 2 -> Severity.SEV2;
            case 3 -> Severity.SEV3;
            default -> throw new IllegalStateException("severity: " + number + " (expected: 1 to 3)");
        };
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        long at = millis(row, column);
        return at == Times.UNKNOWN ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    private static long millis(ResultSet row, int column) throws SQLException {
        long at = row.getLong(column);
        return at == 0 && row.wasNull() ? Times.UNKNOWN : at;
    }
}
