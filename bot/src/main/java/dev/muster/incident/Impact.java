package dev.muster.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the incident does to others, as far as it is known.
 *
 * @param text in words; empty if nobody has said
 * @param users how many people are hit
 * @param revenue what it costs, as somebody wrote it, e.g. {@code 12,000 EUR}
 * @param services names of services that are hit
 * @param slo by the name of an objective, how much of its error budget is gone, e.g. {@code 12%}
 * @param watched whether the public takes notice: press, authorities, customers in the open
 */
public record Impact(
        String text,
        Optional<Long> users,
        Optional<String> revenue,
        List<String> services,
        Map<String, String> slo,
        boolean watched) {

    public static final Impact UNKNOWN = new Impact("", Optional.empty(), Optional.empty(), List.of(), Map.of(), false);

    public Impact {
        services = List.copyOf(services);
        slo = Map.copyOf(slo);
    }

    /** Nothing but which services are hit. */
    static Impact on(List<String> services) {
        return new Impact("", Optional.empty(), Optional.empty(), services, Map.of(), false);
    }

    public boolean isKnown() {
        return !equals(UNKNOWN);
    }

    /** Whether anything but the services is known, which may be a guess from the title. */
    public boolean isAssessed() {
        return !equals(on(services));
    }

    /** This, and whatever else the other says: its words, figures and services instead of ours, its objectives beside ours. */
    public Impact and(Impact other) {
        Map<String, String> all = new TreeMap<>(slo);
        all.putAll(other.slo);
        return new Impact(
                other.text.isEmpty() ? text : other.text,
                other.users.or(() -> users),
                other.revenue.or(() -> revenue),
                other.services.isEmpty() ? services : other.services,
                all,
                watched || other.watched);
    }
}
