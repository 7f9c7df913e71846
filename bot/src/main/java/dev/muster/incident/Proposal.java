package dev.muster.incident;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that somebody wants to do about the incident. Whoever is in command decides, never whoever proposes.
 *
 * @param number counts within the incident, from 1
 * @param decidedBy who approved, declined or halted it last; empty while it is open
 */
public record Proposal(int number, String text, Actor by, Instant at, State state, Optional<Actor> decidedBy) {

    /** What has become of it. */
    public enum State {
        OPEN,
        APPROVED,
        DECLINED,
        HALTED,
        DONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    Proposal becoming(State other, Actor decider) {
        return new Proposal(number, text, by, at, other, Optional.of(decider));
    }
}
