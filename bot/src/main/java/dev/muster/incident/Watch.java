package dev.muster.incident;

import java.util.Locale;

/** What the channel is reminded of when nothing has happened for a while. */
public enum Watch {
    /** The stage is the same as long ago. */
    STAGE,
    /** Nobody has said anything in the channel. */
    SILENCE,
    /** It has been open for long. */
    OPEN,
    /** It is resolved, and not closed. */
    UNCLOSED,
    /** It is over, and nobody has said when people will talk over it. */
    MEETING,
    /** It is over, and nobody has published what was learned. */
    REVIEW;

    /**
     * Whether there is anything to be reminded of in principle; for silence, the channel has to be asked as well, and what is
     * published is not watched any more.
     */
    public boolean holds(Incident incident) {
        return switch (this) {
            case UNCLOSED -> incident.stage() == Stage.RESOLVED;
            case MEETING ->
                isLearnedFrom(incident) && incident.conduct().meeting().isEmpty();
            case REVIEW -> isLearnedFrom(incident);
            default -> incident.isActive();
        };
    }

    /** Whether it goes on when the incident is closed. */
    public boolean outlives() {
        return this == MEETING || this == REVIEW;
    }

    /** There is nothing to learn from a false alarm, and a duplicate is learned from in the other. */
    private static boolean isLearnedFrom(Incident incident) {
        return !incident.isActive()
                && !incident.facts().drill()
                && incident.conduct().ending().isEmpty();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
