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
 * Reads rows of the table of cases, for one thread. Columns go by number, small numbers come several in one, and the same
 * services and causes are taken apart once: each column of a hundred thousand rows takes longer than the rows themselves.
 */
final class CaseReading {

    /** What is counted. */
    static final String COUNTED =
            """
            incident_id,
            severity + 4 * finished + 8 * drill + 16 * hidden
                + CASE ending WHEN 'CANCELLED' THEN 32 WHEN 'DUPLICATE' THEN 64 ELSE 0 END,
            declared_at,
            items_open + 32768 * (items_done + 32768 * (items_verified + 32768 * CAST(items_dropped AS BIGINT))),
            2147483648 * updates_owed + updates_late,
            services || '\t' || causes,
            t0, t1, t2, t3, t4
            """;

    /** All there is. */
    static final String WHOLE = COUNTED + ", closed_at, published_at";

    private static final long ITEMS = 32_768;
    private static final long UPDATES = 1L << 31;

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

    /** From {@link #COUNTED}: when it was closed and published is left out. */
    Case counted(ResultSet row) throws SQLException {
        return of(row, Optional.empty(), Optional.empty());
    }

    /** From {@link #WHOLE}. */
    Case whole(ResultSet row) throws SQLException {
        return of(row, instant(row, 12), instant(row, 13));
    }

    private Case of(ResultSet row, Optional<Instant> closed, Optional<Instant> published) throws SQLException {
        int facts = row.getInt(2);
        Named words = named.computeIfAbsent(row.getString(6), Named::of);
        return new Case(
                new IncidentId(row.getLong(1)),
                severity(facts & 3),
                (facts & 4) != 0,
                ending(facts & 96),
                (facts & 8) != 0,
                (facts & 16) != 0,
                Times.of(millis(row, 7), millis(row, 8), millis(row, 9), millis(row, 10), millis(row, 11)),
                Instant.ofEpochMilli(row.getLong(3)),
                closed,
                words.services(),
                words.causes(),
                cadence(row.getLong(5)),
                items(row.getLong(4)),
                published);
    }

    private static Severity severity(int number) {
        return switch (number) {
            case 1 -> Severity.SEV1;
            case 2 -> Severity.SEV2;
            case 3 -> Severity.SEV3;
            default -> throw new IllegalStateException("severity: " + number + " (expected: 1 to 3)");
        };
    }

    private static Optional<Ending.Cause> ending(int bits) {
        return switch (bits) {
            case 32 -> Optional.of(Ending.Cause.CANCELLED);
            case 64 -> Optional.of(Ending.Cause.DUPLICATE);
            default -> Optional.empty();
        };
    }

    private static Cadence cadence(long both) {
        return both == 0 ? Cadence.NONE : new Cadence(both / UPDATES, both % UPDATES);
    }

    private static Case.Items items(long all) {
        return all == 0
                ? Case.Items.NONE
                : new Case.Items(
                        (int) (all % ITEMS), (int) (all / ITEMS % ITEMS), (int) (all / ITEMS / ITEMS % ITEMS), (int)
                                (all / ITEMS / ITEMS / ITEMS));
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
