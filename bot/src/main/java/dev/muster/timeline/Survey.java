package dev.muster.timeline;

import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** What can only be known of a row when all rows have been seen: which wording it is, and whether somebody marked it. */
public final class Survey {

    /** The reaction that marks a message as a key moment. */
    public static final String MARK = "pushpin";

    private final Map<MessageRef, NavigableSet<String>> edits = new HashMap<>();
    private final Map<MessageRef, NavigableSet<String>> marks = new HashMap<>();

    /** Looks at a row; every row must have been seen before anything is asked. */
    public void see(Row row) {
        Entry entry = row.entry();
        entry.origin().message().ifPresent(message -> {
            if (entry.kind() == Kind.MESSAGE_EDITED) {
                edits.computeIfAbsent(message, ref -> new TreeSet<>()).add(moment(entry));
            } else if (MARK.equals(entry.data().get("reaction"))) {
                marks.computeIfAbsent(message, ref -> new TreeSet<>()).add(moment(entry) + who(entry) + sign(entry));
            }
        });
    }

    /** Counts from 1 for what was first said. */
    public int version(Row row) {
        Entry entry = row.entry();
        NavigableSet<String> known = entry.origin()
                .message()
                .map(message -> edits.getOrDefault(message, new TreeSet<>()))
                .orElseGet(TreeSet::new);
        return switch (entry.kind()) {
            case MESSAGE_EDITED -> known.headSet(moment(entry), true).size() + 1;
            case MESSAGE_DELETED -> known.size() + 1;
            default -> 1;
        };
    }

    /** Whether it is a key moment, by itself or because somebody marked its message. */
    public boolean isKey(Row row) {
        boolean said = row.entry().kind() == Kind.MESSAGE || row.entry().kind() == Kind.BOT;
        return row.entry().key()
                || (said
                        && row.entry().origin().message().filter(this::isMarked).isPresent());
    }

    /** Whoever marked it last has not taken that back. */
    public boolean isMarked(MessageRef message) {
        Set<String> marking = new HashSet<>();
        for (String mark : marks.getOrDefault(message, new TreeSet<>())) {
            String who = mark.substring(mark.indexOf(' '), mark.length() - 1);
            if (mark.endsWith("+")) {
                marking.add(who);
            } else {
                marking.remove(who);
            }
        }
        return !marking.isEmpty();
    }

    private static String moment(Entry entry) {
        String source = entry.origin().source().orElse("");
        return source.substring(source.lastIndexOf(':') + 1);
    }

    private static String who(Entry entry) {
        return " " + entry.actor().map(actor -> actor.id().value()).orElse("");
    }

    private static String sign(Entry entry) {
        return entry.kind() == Kind.REACTION_ADDED ? "+" : "-";
    }
}
