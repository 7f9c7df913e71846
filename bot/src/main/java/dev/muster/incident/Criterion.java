package dev.muster.incident;

import java.util.Locale;
import java.util.Optional;

/** When an incident should be escalated although nobody has said so (the escalation criteria of the seeds). */
public enum Criterion {
    /** Nobody has understood what is wrong. */
    UNCLEAR("nobody has said yet that the cause is understood"),
    /** What is done about it does not help. */
    UNMITIGATED("the mitigation has not helped yet"),
    /** It takes long, whatever else is true. */
    LASTING("it is still going on");

    private final String meaning;

    Criterion(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether it is still true of the incident. */
    public boolean holds(Incident incident) {
        return incident.isActive()
                && switch (this) {
                    case UNCLEAR -> incident.stage().compareTo(Stage.IDENTIFIED) < 0;
                    case UNMITIGATED -> incident.stage() == Stage.MITIGATING;
                    case LASTING -> true;
                };
    }

    /** The severity that is one worse; empty for the worst. */
    public static Optional<Severity> worse(Severity severity) {
        return severity.ordinal() == 0 ? Optional.empty() : Optional.of(Severity.values()[severity.ordinal() - 1]);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
