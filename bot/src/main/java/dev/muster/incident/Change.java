package dev.muster.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an incident decided: how it looks now, what to remember, what to promise, what is no longer promised. Kept
 * together or not at all.
 *
 * @param moved whether the incident itself is different; remembering something about it never conflicts with anyone
 */
public record Change(
        Incident incident, boolean moved, List<Entry> entries, List<Promise> promises, List<Promise> withdrawn) {

    public Change {
        entries = List.copyOf(entries);
        promises = List.copyOf(promises);
        withdrawn = List.copyOf(withdrawn);
    }

    /** The incident becomes {@code after}. */
    public static Change to(Incident after) {
        return new Change(after, true, List.of(), List.of(), List.of());
    }

    /** The incident stays as it is. */
    public static Change none(Incident incident) {
        return new Change(incident, false, List.of(), List.of(), List.of());
    }

    public Change saying(Entry entry) {
        return new Change(incident, moved, plus(entries, entry), promises, withdrawn);
    }

    /** The same, with the incident looking otherwise still. */
    Change become(Incident other) {
        return new Change(other, true, entries, promises, withdrawn);
    }

    /** The same, with each line told otherwise. */
    Change retelling(UnaryOperator<Entry> words) {
        return new Change(incident, moved, entries.stream().map(words).toList(), promises, withdrawn);
    }

    /** Promises a chore in the incident's channel; one already promised moves to the new time. */
    public Change promising(Chore chore, Instant due) {
        boolean isRedrawn = chore == Chore.CARD && incident.isActive();
        return promising(
                isRedrawn ? Promise.toCard(incident.id(), due) : Promise.toRoom(incident.id(), chore, "", due));
    }

    public Change promising(Promise promise) {
        return new Change(incident, moved, entries, plus(promises, promise), withdrawn);
    }

    /** Takes back a promise, if it was made; its due time does not matter. */
    public Change withdrawing(Chore chore, String subject) {
        Promise gone = Promise.toRoom(incident.id(), chore, subject, Instant.EPOCH);
        return new Change(incident, moved, entries, promises, plus(withdrawn, gone));
    }

    /** Does not take back a promise after all. */
    Change keeping(Chore chore, String subject) {
        List<Promise> fewer = withdrawn.stream()
                .filter(gone -> gone.chore() != chore || !gone.subject().equals(subject))
                .toList();
        return new Change(incident, moved, entries, promises, fewer);
    }

    public boolean isEmpty() {
        return !moved && entries.isEmpty() && promises.isEmpty() && withdrawn.isEmpty();
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
