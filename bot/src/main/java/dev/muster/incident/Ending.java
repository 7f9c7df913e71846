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

    static Ending cancelled(String reason) {
        return new Ending(Cause.CANCELLED, reason, Optional.empty());
    }

    static Ending duplicate(IncidentId of) {
        return new Ending(Cause.DUPLICATE, "", Optional.of(of));
    }

    /** How it stands because of that, e.g. {@code cancelled (false alarm)} or {@code duplicate of INC-7}. */
    public String words() {
        return of.map(other -> "duplicate of " + other).orElse("cancelled (false alarm)");
    }
}
