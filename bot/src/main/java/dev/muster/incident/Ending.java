package dev.muster.incident;

import java.util.Optional;

/**
 * Why an incident ended without being resolved.
 *
 * @param text the reason, in somebody's words
 * @param of the incident that it is the same as, for a duplicate
 */
public record Ending(Cause cause, String text, Optional<IncidentId> of) {

    /** There are two. */
    public enum Cause {
        /** It was none: a false alarm. */
        CANCELLED,
        /** It goes on in another. */
        DUPLICATE
    }
}
