package dev.muster.timeline;

import dev.muster.incident.Entry;
import java.time.Instant;

/**
 * A line of the timeline as it is written down, for ever.
 *
 * @param seq counts within the incident from 1, without a gap
 * @param textHash SHA-256 of the text, which outlives the text when that is redacted
 * @param hash SHA-256 over this row and {@code previous}, in lower-case hex
 * @param previous the hash of the row before; 64 zeros for the first
 */
public record Row(long seq, Entry entry, Instant recordedAt, String textHash, String hash, String previous) {}
