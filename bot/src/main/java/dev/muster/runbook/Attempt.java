package dev.muster.runbook;

import dev.muster.incident.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * One try to have a step done by the bot.
 *
 * @param number counts the tries of the step, from 1
 * @param text what exactly was asked for
 * @param worker tells whoever has begun it from all others; empty before
 * @param summary how it ended, in a few words; empty before
 */
public record Attempt(
        int number, State state, String text, Actor by, Instant at, Optional<String> worker, Optional<String> summary) {

    /** How far it has come. A word of this list is lasting: runs keep it. */
    public enum State {
        /** Asked for, and nothing has been done. */
        WANTED,
        /** Begun; whatever happens now, it is not begun again by itself. */
        STARTED,
        SUCCEEDED,
        FAILED,
        /** Begun by a process that is gone. Only people can find out what came of it. */
        UNKNOWN;

        /** Whether the bot is at it, so that people must wait. */
        public boolean isUnderWay() {
            return this == WANTED || this == STARTED;
        }
    }

    Attempt as(State other, Optional<String> now, Optional<String> how) {
        return new Attempt(number, other, text, by, at, now, how);
    }

    boolean isOf(String who) {
        return worker.filter(who::equals).isPresent();
    }
}
