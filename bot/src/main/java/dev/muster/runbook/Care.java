package dev.muster.runbook;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What is done when a step does not go well.
 *
 * @param timeLimit how long it may take
 * @param onFailure how the run goes on after it failed
 * @param rollBack the way back
 * @param remindAfter how long to wait for people before they are asked again
 */
public record Care(
        Optional<Duration> timeLimit, Failure onFailure, Optional<String> rollBack, Optional<Duration> remindAfter) {

    /** Nothing special: whoever is there is asked. */
    public static final Care NONE = new Care(Optional.empty(), Failure.ASK, Optional.empty(), Optional.empty());

    /** How a run goes on after a step that failed. */
    public enum Failure {
        /** It does not. */
        STOP,
        /** With the next step. */
        CONTINUE,
        /** As people say. */
        ASK;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
