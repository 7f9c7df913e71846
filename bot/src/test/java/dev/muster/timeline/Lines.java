package dev.muster.timeline;

import dev.muster.incident.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lines written down one after another, as the database does it. */
final class Lines {

    private static final Instant FIRST = Instant.parse("2026-11-20T14:05:00.123Z");

    private Lines() {}

    static List<Row> rows(Collection<Entry> entries) {
        List<Row> rows = new ArrayList<>();
        Chain chain = Chain.EMPTY;
        for (Entry entry : entries) {
            Row row = chain.append(entry, FIRST.plusSeconds(rows.size()));
            rows.add(row);
            chain = chain.after(row);
        }
        return rows;
    }

    /** As the export has them. */
    static List<String> json(List<Row> rows) {
        Survey survey = new Survey();
        rows.forEach(survey::see);
        return rows.stream()
                .map(row -> Json.write(Exported.of(row, survey.version(row), survey.isKey(row))))
                .toList();
    }
}
