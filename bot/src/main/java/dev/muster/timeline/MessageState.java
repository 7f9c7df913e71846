package dev.muster.timeline;

import dev.muster.incident.Entry;
import dev.muster.incident.UserId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is known of one message from the lines about it, whatever their order: the last wording, whether it is there
 * still, who reacted how, whether it is pinned. Not safe for many threads.
 */
public final class MessageState {

    private static final Comparator<String> BY_TIME = Comparator.comparing(MessageState::moment);

    private final NavigableMap<String, Entry> edits = new TreeMap<>(BY_TIME);
    private final Map<Reaction, Mark> reactions = new HashMap<>();
    private final Set<String> goneFiles = new HashSet<>();
    private Optional<Entry> original = Optional.empty();
    private Optional<String> thread = Optional.empty();
    private Mark pin = Mark.NONE;
    private boolean deleted;

    /** @param name without colons; may have a tone of skin, as in {@code thumbsup::skin-tone-3} */
    public record Reaction(String name, UserId user) {}

    /** The last word on something that comes and goes. */
    private record Mark(String when, boolean isSet) {

        static final Mark NONE = new Mark("", false);

        /** Of two at the same moment, the removal counts, whichever came first. */
        static Mark last(Mark one, Mark other) {
            int order = BY_TIME.compare(one.when, other.when);
            if (order == 0) {
                return one.isSet ? other : one;
            }
            return order > 0 ? one : other;
        }
    }

    /**
     * Takes a line in. Lines about other messages are the caller's mistake; a line that a file is gone is about no
     * message, and may be shown to every one that has files.
     */
    public void see(Entry entry) {
        thread = entry.origin().threadTs().or(() -> thread);
        switch (entry.kind()) {
            case MESSAGE, BOT, JOINED, LEFT, TOPIC, RENAMED -> original = Optional.of(entry);
            case MESSAGE_EDITED -> edits.put(when(entry), entry);
            case MESSAGE_DELETED -> deleted = true;
            case REACTION_ADDED -> reacted(entry, true);
            case REACTION_REMOVED -> reacted(entry, false);
            case PINNED -> pin = Mark.last(pin, new Mark(when(entry), true));
            case UNPINNED -> pin = Mark.last(pin, new Mark(when(entry), false));
            case FILE -> goneFiles.add(String.valueOf(entry.data().get("file")));
            default -> {
                // What the incident decided changes no message.
            }
        }
    }

    /** Whether any wording of it is known. */
    public boolean exists() {
        return newest().isPresent();
    }

    /** For good: nothing brings a deleted message back. */
    public boolean isDeleted() {
        return deleted;
    }

    /** The newest wording; of a deleted message, the last that it had. */
    public Optional<String> text() {
        return newest().map(Entry::text);
    }

    /** Slack's timestamp of the newest wording; empty if it was never edited. */
    public Optional<String> editedTs() {
        return edits.isEmpty() ? Optional.empty() : Optional.of(edits.lastKey());
    }

    /** The message that it replies to. */
    public Optional<String> threadTs() {
        return thread;
    }

    /** The reactions that have not been taken back. */
    public Set<Reaction> reactions() {
        return reactions.entrySet().stream()
                .filter(reaction -> reaction.getValue().isSet())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean isPinned() {
        return pin.isSet();
    }

    /** The ids of the files that its newest wording has, without those that are known to be deleted. */
    public Set<String> files() {
        return newest().map(entry -> entry.data().get("files")).stream()
                .flatMap(files -> files instanceof List<?> list ? list.stream() : List.of().stream())
                .filter(file -> file instanceof Map<?, ?> map && !"tombstone".equals(map.get("mode")))
                .map(file -> String.valueOf(((Map<?, ?>) file).get("id")))
                .filter(id -> !goneFiles.contains(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Entry> newest() {
        return edits.isEmpty() ? original : Optional.of(edits.lastEntry().getValue());
    }

    /** A reaction of nobody's cannot be told from another, so it is not counted. */
    private void reacted(Entry entry, boolean isAdded) {
        entry.actor()
                .map(actor -> new Reaction(String.valueOf(entry.data().get("reaction")), actor.id()))
                .ifPresent(reaction -> reactions.merge(reaction, new Mark(when(entry), isAdded), Mark::last));
    }

    /** Slack's timestamp of the event, which stands at the end of the fact's key. */
    private static String when(Entry entry) {
        String source = entry.origin().source().orElse("");
        return source.substring(source.lastIndexOf(':') + 1);
    }

    private static BigDecimal moment(String ts) {
        return Times.isTs(ts) ? new BigDecimal(ts) : BigDecimal.ZERO;
    }
}
