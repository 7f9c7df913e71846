package dev.muster.timeline.export;

import dev.muster.incident.Entry;
import dev.muster.timeline.Row;
import java.time.Instant;
import java.util.Optional;

/**
 * A row as it is to be read once all rows are known.
 *
 * @param at when it happened, by the latest correction if there is one
 * @param text the wording, by the latest correction if there is one; empty if redacted
 * @param editedIn the row that tells of the last edit of this very message
 * @param deletedIn the row that tells that this very message was deleted
 * @param version which wording of its message this is, counted from 1
 */
record Reading(
        Row row,
        Instant at,
        String text,
        int version,
        boolean key,
        boolean redacted,
        Optional<Correction> newTime,
        Optional<Correction> newText,
        Optional<Long> editedIn,
        Optional<Long> deletedIn) {

    Entry entry() {
        return row.entry();
    }

    boolean inThread() {
        return entry().origin().threadTs().isPresent();
    }
}
