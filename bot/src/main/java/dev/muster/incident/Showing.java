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

    static Change everywhere(Change change, Instant at) {
        return change.promising(Chore.CARD, at)
                .promising(Chore.TOPIC, at)
                .promising(Promise.toLobby(change.incident().id(), Chore.ANNOUNCE, at));
    }
}
