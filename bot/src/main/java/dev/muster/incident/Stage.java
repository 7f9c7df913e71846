package dev.muster.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far the response has come, in the words of the seeds' life cycle. */
public enum Stage {
    DETECTED(Milestone.DETECTED),
    INVESTIGATING(Milestone.INVESTIGATING),
    IDENTIFIED(Milestone.INVESTIGATING),
    MITIGATING(Milestone.INVESTIGATING),
    MONITORING(Milestone.MITIGATED),
    RESOLVED(Milestone.RESTORED),
    CLOSED(Milestone.RESTORED);

    private final Milestone reached;

    Stage(Milestone reached) {
        this.reached = reached;
    }

    /** The last of T0 to T4 that has passed once this stage is entered. */
    public Milestone reached() {
        return reached;
    }

    /** Whether people still work on it: not yet resolved or closed. */
    public boolean isActive() {
        return this != RESOLVED && this != CLOSED;
    }

    /** Reads a stage by its name, in any case; empty if the word is none. */
    public static Optional<Stage> find(String word) {
        return Arrays.stream(values())
                .filter(stage -> stage.toString().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
