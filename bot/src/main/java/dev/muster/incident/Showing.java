package dev.muster.incident;

import java.time.Instant;

/** Whatever shows how an incident stands is brought up to date after a change. */
final class Showing {

    private Showing() {}

    static Change everywhere(Change change, Instant at) {
        return change.promising(Chore.CARD, at)
                .promising(Chore.TOPIC, at)
                .promising(Promise.toLobby(change.incident().id(), Chore.ANNOUNCE, at));
    }
}
