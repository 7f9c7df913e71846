package dev.muster.incident;

import java.time.Instant;
import java.util.List;

/** Sees to it that nothing is forgotten: an incident that stands still is spoken of, again and again. Pure decisions. */
public final class Watching {

    /** What is watched while people work on an incident. */
    private static final List<Watch> ON = List.of(Watch.STAGE, Watch.SILENCE, Watch.OPEN);

    private Watching() {}

    /** It is on: from now on it is watched whether it moves. */
    static Change on(Change change, Handbook handbook, Instant at) {
        Change watching = change.withdrawing(Chore.CARE, Watch.UNCLOSED.toString())
                .withdrawing(Chore.CARE, Watch.MEETING.toString())
                .withdrawing(Chore.CARE, Watch.REVIEW.toString());
        for (Watch watch : ON) {
            watching = from(watching, watch, handbook, at);
        }
        return watching;
    }

    /** It is over: nothing of that is watched any more, but what is to be learned from it. */
    static Change off(Change change) {
        Change quiet = change;
        for (Watch watch : Watch.values()) {
            if (!watch.outlives() || !watch.holds(change.incident())) {
                quiet = quiet.withdrawing(Chore.CARE, watch.toString());
            }
        }
        return quiet;
    }

    /** It is over: from now on it counts how long nobody learns from it. */
    static Change learning(Change change, Handbook handbook, Instant at) {
        Change watching = change;
        for (Watch watch : List.of(Watch.MEETING, Watch.REVIEW)) {
            watching = watch.holds(change.incident()) ? from(watching, watch, handbook, at) : watching;
        }
        return watching;
    }

    /** What was learned is there to be read. */
    public static Change reviewed(Change change) {
        return met(change).withdrawing(Chore.CARE, Watch.REVIEW.toString());
    }

    /** It is known when people talk over it. */
    static Change met(Change change) {
        return change.withdrawing(Chore.CARE, Watch.MEETING.toString());
    }

    /** From this moment on it counts how long nothing happens; what was promised before moves. */
    static Change from(Change change, Watch watch, Handbook handbook, Instant at) {
        Instant due = at.plus(handbook.watch(watch).after());
        return change.promising(Promise.toRoom(change.incident().id(), Chore.CARE, watch.toString(), due));
    }

    /** The channel was spoken to, or somebody spoke at that moment: it counts anew from then. */
    public static Change again(Incident incident, Watch watch, Handbook handbook, Instant since) {
        Change none = Change.none(incident);
        return watch.holds(incident) ? from(none, watch, handbook, since) : none;
    }
}
