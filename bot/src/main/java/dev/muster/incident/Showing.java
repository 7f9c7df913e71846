package dev.muster.incident;

import java.time.Instant;

/** Whatever shows how an incident stands is brought up to date after a change. */
final class Showing {

    private Showing() {}

    /** From now on it is watched whether the criterion stays true. */
    static Change watching(Change change, Criterion criterion, Handbook handbook, Instant at) {
        Instant due = at.plus(handbook.escalateAfter(criterion));
        return change.promising(Promise.toRoom(change.incident().id(), Chore.WATCH, criterion.toString(), due));
    }

    /** It is watched from now on if it has just become true. */
    static Change watchingNew(Change change, Criterion criterion, Incident before, Handbook handbook, Instant at) {
        boolean isNew = criterion.holds(change.incident(), handbook.services())
                && !criterion.holds(before, handbook.services());
        return isNew ? watching(change, criterion, handbook, at) : change;
    }

    /** Everywhere, and to those who follow it from afar. */
    static Change farAndWide(Change change, Instant at) {
        return Following.telling(everywhere(change, at), at);
    }

    static Change everywhere(Change change, Instant at) {
        return change.promising(Chore.CARD, at)
                .promising(Chore.TOPIC, at)
                .promising(Promise.toLobby(change.incident().id(), Chore.ANNOUNCE, at));
    }
}
