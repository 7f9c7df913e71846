package dev.muster.timeline;

import dev.muster.incident.Entry;
import java.time.Instant;

/**
 * A line of the timeline as it is written down, for ever.
 *
 * @param seq counts within the incident from 1, without a gap
 * @param recordedAt when it was written down, which may be long after it happened
 */
public record Row(long seq, Entry entry, Instant recordedAt, Seal seal) {

    /** SHA-256 over this row and {@link #previous}, in lower-case hex. */
    public String hash() {
        return seal.hash();
    }

    /** The hash of the row before; 64 zeros for the first. */
    public String previous() {
        return seal.previous();
    }

    /** Whether what was said is gone, so that only its hash is left. */
    public boolean isRedacted() {
        return seal.salt().isEmpty();
    }

    /** The same row with nothing left of what was said: a line that says so must stand on the same timeline. */
    public Row redacted() {
        return new Row(seq, entry.blank(), recordedAt, seal.open());
    }
}
