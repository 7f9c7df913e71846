package dev.muster.timeline;

import java.util.Optional;

/** Walks a timeline from its first row and tells where, if anywhere, it is not what was written. */
public final class Verification {

    private Chain chain = Chain.EMPTY;
    private Optional<Long> bad = Optional.empty();

    /** Looks at the next row; after a bad one nothing more is looked at. */
    public void next(Row row) {
        if (bad.isPresent()) {
            return;
        }
        if (chain.continuesWith(row)) {
            chain = chain.after(row);
        } else {
            bad = Optional.of(chain.length() + 1);
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

    /** Compares with what the incident says of its own timeline, which shows rows cut off at the end. */
    public void end(Chain expected) {
        if (bad.isEmpty() && !chain.equals(expected)) {
            bad = Optional.of(chain.length() + 1);
        }
    }
}
