package dev.muster.timeline;

import dev.muster.incident.Kind;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Walks a timeline from its first row and tells where, if anywhere, it is not what was written. A row without its text
 * is as it should be only if a later row says that it was redacted.
 */
public final class Verification {

    /** The field in which a redaction names the rows that it blanked. */
    public static final String REDACTED_ROWS = "rows";

    private final TreeSet<Long> unexplained = new TreeSet<>();
    private Chain chain = Chain.EMPTY;
    private Optional<Long> bad = Optional.empty();
    private long redacted;

    /** Looks at the next row; after a bad one nothing more is looked at. */
    public void next(Row row) {
        if (bad.isPresent()) {
            return;
        }
        if (chain.continuesWith(row)) {
            chain = chain.after(row);
            account(row);
        } else {
            bad = Optional.of(chain.length() + 1);
        }
    }

    private void account(Row row) {
        if (row.isRedacted()) {
            redacted++;
            unexplained.add(row.seq());
        }
        if (row.entry().kind() == Kind.REDACTED && row.entry().data().get(REDACTED_ROWS) instanceof String numbers) {
            RowNumbers.find(numbers).ifPresent(rows -> unexplained.removeAll(rows.all()));
        }
    }

    /** The number of the first row that was changed, removed, inserted or moved; empty if there is none. */
    public Optional<Long> firstBad() {
        return bad;
    }

    /** The chain over the rows that are as they were written. */
    public Chain verified() {
        return chain;
    }

    /** How many of these rows have lost their text, by a redaction that stands on the timeline. */
    public long redacted() {
        return redacted;
    }

    /** The rows are over. */
    public void end() {
        if (!unexplained.isEmpty()) {
            bad = Optional.of(Math.min(unexplained.first(), bad.orElse(Long.MAX_VALUE)));
        }
    }

    /** Compares with what the incident says of its own timeline, which shows rows cut off at the end. */
    public void end(Chain expected) {
        end();
        if (bad.isEmpty() && !chain.equals(expected)) {
            bad = Optional.of(chain.length() + 1);
        }
    }
}
