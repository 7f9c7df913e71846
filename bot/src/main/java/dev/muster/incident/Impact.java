package dev.muster.incident;

import java.util.List;
import java.util.Locale;
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
 * @param detail what was measured and heard beyond that
 */
public record Impact(
        String text,
        Optional<Long> users,
        Optional<String> revenue,
        List<String> services,
        Map<String, String> slo,
        boolean watched,
        Detail detail) {

    public static final Impact UNKNOWN = on(List.of());

    public Impact {
        services = List.copyOf(services);
        slo = Map.copyOf(slo);
    }

    /**
     * What not every incident has.
     *
     * @param share how much of all users is hit, e.g. {@code 85%}
     * @param reputation what is said about it in public
     * @param figures by their names, e.g. {@code error rate} and {@code 0.5% → 8%}
     */
    public record Detail(Optional<String> share, Optional<String> reputation, Map<String, String> figures) {

        public static final Detail NONE = new Detail(Optional.empty(), Optional.empty(), Map.of());

        public Detail {
            figures = Map.copyOf(figures);
        }

        private Detail and(Detail other) {
            Map<String, String> all = new TreeMap<>(figures);
            all.putAll(other.figures);
            return new Detail(other.share.or(() -> share), other.reputation.or(() -> reputation), all);
        }
    }

    /** Nothing but which services are hit. */
    static Impact on(List<String> services) {
        return new Impact("", Optional.empty(), Optional.empty(), services, Map.of(), false, Detail.NONE);
    }

    public boolean isKnown() {
        return !equals(UNKNOWN);
    }

    /** Whether anything but the services is known, which may be a guess from the title. */
    public boolean isAssessed() {
        return !equals(on(services));
    }

    /** How many people are hit, as far as anybody has said: {@code 8,500 (85%)}, {@code 85%}, {@code 8,500}. */
    public Optional<String> hit() {
        Optional<String> number = users.map(count -> String.format(Locale.ROOT, "%,d", count));
        return number.map(many -> many + detail.share.map(" (%s)"::formatted).orElse(""))
                .or(detail::share);
    }

    /**
     * This, and whatever else the other says: its words, figures and services instead of ours, its objectives and named
     * figures beside ours.
     */
    public Impact and(Impact other) {
        Map<String, String> all = new TreeMap<>(slo);
        all.putAll(other.slo);
        return new Impact(
                other.text.isEmpty() ? text : other.text,
                other.users.or(() -> users),
                other.revenue.or(() -> revenue),
                other.services.isEmpty() ? services : other.services,
                all,
                watched || other.watched,
                detail.and(other.detail));
    }
}
