package dev.muster.incident;

import java.util.Locale;
import java.util.Optional;

/** The number people say aloud: {@code INC-42}. */
public record IncidentId(long number) implements Comparable<IncidentId> {

    public IncidentId {
        if (number <= 0) {
            throw new IllegalArgumentException("incident number: " + number + " (expected: > 0)");
        }
    }

    /** Reads {@code INC-42}, {@code inc-42} or {@code 42}; empty if the word is none of these. */
    public static Optional<IncidentId> find(String word) {
        String digits = word.toLowerCase(Locale.ROOT).replaceFirst("^inc-", "");
        return digits.matches("[1-9][0-9]{0,8}")
                ? Optional.of(new IncidentId(Long.parseLong(digits)))
                : Optional.empty();
    }

    @Override
    public int compareTo(IncidentId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "INC-" + number;
    }
}
