package dev.muster.incident;

import java.util.Locale;

/** When an incident should be escalated although nobody has said so (the escalation criteria of the seeds). */
public enum Criterion {
    /** Nobody has understood what is wrong. */
    UNCLEAR("nobody has said yet that the cause is understood"),
    /** What is done about it does not help. */
    UNMITIGATED("the mitigation has not helped yet"),
    /** It takes long, whatever else is true. */
    LASTING("it is still going on"),
    /** The business stands still without what is hit. */
    CRITICAL("it hits what the business cannot do without"),
    /** Press, authorities or customers in the open take notice. */
    WATCHED("the public takes notice");

    private final String meaning;

    Criterion(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether it is still true of the incident. The worst severity has taken the last two into account already. */
    public boolean holds(Incident incident, Catalogue services) {
        return incident.isActive()
                && switch (this) {
                    case UNCLEAR -> incident.stage().compareTo(Stage.IDENTIFIED) < 0;
                    case UNMITIGATED -> incident.stage() == Stage.MITIGATING;
                    case LASTING -> true;
                    case CRITICAL -> incident.severity() != Severity.SEV1 && hitsCritical(incident, services);
                    case WATCHED ->
                        incident.severity() != Severity.SEV1
                                && incident.conduct().impact().watched();
                };
    }

    private static boolean hitsCritical(Incident incident, Catalogue services) {
        return services.of(incident.conduct().impact().services()).stream().anyMatch(Service::critical);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
