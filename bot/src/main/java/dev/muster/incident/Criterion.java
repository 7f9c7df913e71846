package dev.muster.incident;

import java.util.Locale;

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

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
