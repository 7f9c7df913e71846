package dev.muster.timeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Verifies an export by itself, without the database: every line must be what its row looks like, and the rows must be
 * one chain up to the head that the first line names. All lines are shown to it twice.
 */
public final class ExportVerification {

    private final Survey survey = new Survey();
    private final Verification verification = new Verification();
    private Optional<Chain> head = Optional.empty();
    private Optional<Long> bad = Optional.empty();
    private long lines;

    /** First pass: looks at a line; all must have been seen before the second. */
    public void see(Map<String, ?> line) {
        ExportedRow.read(line).ifPresent(survey::see);
        Fields named = new Fields(line).object("head");
        named.text("hash")
                .ifPresent(hash -> head = Optional.of(
                        new Chain(named.number("seq").map(Number::longValue).orElse(0L), hash)));
    }

    /** Second pass: checks the line. */
    public void next(Map<String, ?> line) {
        lines++;
        Optional<Row> row = ExportedRow.read(line).filter(read -> looksLike(line, read));
        if (row.isEmpty() && bad.isEmpty()) {
            bad = Optional.of(lines);
        }
        row.ifPresent(verification::next);
    }

    private boolean looksLike(Map<String, ?> line, Row row) {
        Map<String, Object> plain = new LinkedHashMap<>(line);
        plain.remove("head");
        String expected = Json.canonical(Exported.of(row, survey.version(row), survey.isKey(row)));
        return Json.canonical(plain).equals(expected);
    }

    /** The lines are over: the first bad row, if there is one. */
    public Optional<Long> end() {
        verification.end(head.filter(named -> bad.isEmpty()).orElseGet(verification::verified));
        if (head.isEmpty()) {
            bad = Optional.of(1L);
        }
        return Stream.concat(bad.stream(), verification.firstBad().stream()).min(Long::compare);
    }

    /** The chain over the rows that are as they were written. */
    public Chain verified() {
        return verification.verified();
    }

    /** How many rows have lost their text, by a redaction that stands in the export. */
    public long redacted() {
        return verification.redacted();
    }
}
