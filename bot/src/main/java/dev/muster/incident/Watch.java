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
    UNCLOSED;

    /** Whether there is anything to be reminded of in principle; for silence, the channel has to be asked as well. */
    public boolean holds(Incident incident) {
        return this == UNCLOSED ? incident.stage() == Stage.RESOLVED : incident.isActive();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
