package dev.muster.review;

import dev.muster.incident.Severity;
import java.util.Map;
import java.util.Objects;

/** Which template is used for which severity: one for each. */
public record Templates(Map<Severity, Template> bySeverity) {

    public Templates {
        bySeverity = Map.copyOf(bySeverity);
        for (Severity severity : Severity.values()) {
            if (!bySeverity.containsKey(severity)) {
                throw new IllegalArgumentException("no template for " + severity + " (expected: one for each)");
            }
        }
    }

    public Template of(Severity severity) {
        return Objects.requireNonNull(bySeverity.get(severity));
    }
}
