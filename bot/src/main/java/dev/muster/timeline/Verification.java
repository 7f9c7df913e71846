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

    /** Looks at the next row; after a bad one only for what explains those before it. */
    public void next(Row row) {
        if (bad.isEmpty()) {
            if (chain.continuesWith(row)) {
                chain = chain.after(row);
                count(row);
            } else {
                bad = Optional.of(chain.length() + 1);
            }
        }
        explain(row);
    }

    private void count(Row row) {
        if (row.isRedacted()) {
            redacted++;
            unexplained.add(row.seq());
        }
    }

    private void explain(Row row) {
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

    /** The next row cannot even be read. */
    public void unreadable() {
        bad = Optional.of(bad.orElse(chain.length() + 1));
    }

    /** The rows are over. */
    public void end() {
        if (!unexplained.isEmpty()) {
            bad = Optional.of(Math.min(unexplained.first(), bad.orElse(Long.MAX_VALUE)));
        }
    }

    /** Compares with what the incident says of its own timeline, which shows rows cut off or put in at the end. */
    public void end(Chain expected) {
        end();
        if (bad.isEmpty() && !chain.equals(expected)) {
            boolean sameLength = chain.length() == expected.length();
            bad = Optional.of(Math.max(1, Math.min(chain.length(), expected.length()) + (sameLength ? 0 : 1)));
        }
    }
}
