package dev.muster.timeline.export;

import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.timeline.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What became of messages: the rows that tell of their edits and deletions. Memory is bounded by these. */
final class Fate {

    private static final Set<Kind> WORDINGS = Set.of(Kind.MESSAGE, Kind.BOT, Kind.MESSAGE_EDITED);

    private final Map<MessageRef, Long> edits = new HashMap<>();
    private final Map<MessageRef, Long> deletions = new HashMap<>();

    void see(Row row) {
        Entry entry = row.entry();
        entry.origin().message().ifPresent(message -> {
            if (entry.kind() == Kind.MESSAGE_EDITED) {
                edits.put(message, row.seq());
            } else if (entry.kind() == Kind.MESSAGE_DELETED) {
                deletions.put(message, row.seq());
            }
        });
    }

    /** For a message as it was first said: the last row that edits it. */
    Optional<Long> editedIn(Row row) {
        return row.entry().kind() == Kind.MESSAGE_EDITED ? Optional.empty() : find(edits, row);
    }

    Optional<Long> deletedIn(Row row) {
        return find(deletions, row);
    }

    private static Optional<Long> find(Map<MessageRef, Long> told, Row row) {
        return row.entry()
                .origin()
                .message()
                .filter(message -> WORDINGS.contains(row.entry().kind()))
                .map(told::get);
    }
}
