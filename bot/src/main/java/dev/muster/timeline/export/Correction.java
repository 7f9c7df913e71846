package dev.muster.timeline.export;

import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.timeline.Fields;
import dev.muster.timeline.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a later row says about an earlier one: a note with {@code corrects}, the number of that row, and {@code to}, what
 * it should have said.
 *
 * @param of the row that is corrected
 * @param by the row that says so
 * @param at the better time, if that was wrong
 * @param text the better wording, if that was wrong
 */
record Correction(long of, long by, Optional<Instant> at, Optional<String> text) {

    static Optional<Correction> find(Row row) {
        Entry entry = row.entry();
        if (entry.kind() != Kind.NOTE) {
            return Optional.empty();
        }
        Fields data = new Fields(entry.data());
        Fields to = data.object("to");
        return data.number("corrects")
                .map(Number::longValue)
                .filter(of -> of < row.seq())
                .map(of -> new Correction(of, row.seq(), to.text("at").flatMap(Correction::time), to.text("text")));
    }

    private static Optional<Instant> time(String iso) {
        try {
            return Optional.of(Instant.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
