package dev.muster.insight;

import dev.muster.incident.Milestone;
import dev.muster.review.Span;
import java.util.Arrays;
import java.util.OptionalLong;

/** When an incident reached its milestones, in as little room as a hundred thousand of them need. */
public final class Times {

    /** Stands for a moment that is not known. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private final long[] millis;

    private Times(long[] millis) {
        this.millis = millis;
    }

    /** In milliseconds since 1970, a moment for each milestone in their order, or {@link #UNKNOWN}. */
    public static Times of(long... millis) {
        if (millis.length != Milestone.values().length) {
            throw new IllegalArgumentException(
                    "moments: %d (expected: %d)".formatted(millis.length, Milestone.values().length));
        }
        return new Times(millis.clone());
    }

    /** In milliseconds; nothing where either end is not known, or where they are in the wrong order. */
    public OptionalLong took(Span span) {
        long from = at(span.from());
        long to = at(span.to());
        return from == UNKNOWN || to == UNKNOWN || to < from ? OptionalLong.empty() : OptionalLong.of(to - from);
    }

    @SuppressWarnings("EnumOrdinal") // a map of a hundred thousand incidents' times takes longer than reading them
    private long at(Milestone milestone) {
        return millis[milestone.ordinal()];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Times times && Arrays.equals(millis, times.millis);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(millis);
    }

    @Override
    public String toString() {
        return Arrays.toString(millis);
    }
}
