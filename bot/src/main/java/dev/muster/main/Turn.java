package dev.muster.main;

import java.time.Duration;
import java.time.Instant;

/** When something comes round that is done now and then. A clock that is set back does not make it wait for longer. */
final class Turn {

    private Instant last = Instant.EPOCH;
    private Instant next = Instant.EPOCH;

    /** Whether it is time, at this moment. */
    boolean has(Instant now) {
        return !now.isBefore(next) || now.isBefore(last);
    }

    /** The next time comes after so long. */
    void in(Duration pause, Instant now) {
        at(now.plus(pause), now);
    }

    void at(Instant moment, Instant now) {
        last = now;
        next = moment;
    }
}
