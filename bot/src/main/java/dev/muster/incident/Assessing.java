package dev.muster.incident;

import dev.muster.incident.Impact.Detail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the incident does to others, as people learn it. Pure decisions. */
public final class Assessing {

    private Assessing() {}

    /** What is said takes the place of what was known; what is not said stays. */
    public static Change impact(Incident incident, Impact said, Actor by, Handbook handbook, Instant at) {
        incident.requireNotClosed();
        Impact before = incident.conduct().impact();
        Impact after = before.and(said);
        if (after.equals(before)) {
            return Change.none(incident);
        }
        Entry entry = Entry.of(at, Kind.IMPACT, by, inWords(said))
                .with("text", after.text())
                .with("services", after.services())
                .with("slo", after.slo());
        Entry users = after.users().map(number -> entry.with("users", number)).orElse(entry);
        Entry line = after.revenue().map(sum -> users.with("revenue", sum)).orElse(users);
        Entry whole = detailed(after.watched() ? line.with("watched", true) : line, after.detail());
        Change change = Change.to(incident.with(incident.conduct().with(after)))
                .saying(whole.with("before", inWords(before)).asKey().asTold());
        return Showing.everywhere(hitting(change, incident, handbook, at), at);
    }

    private static Entry detailed(Entry entry, Detail detail) {
        Entry shared = detail.share().map(part -> entry.with("share", part)).orElse(entry);
        Entry heard =
                detail.reputation().map(said -> shared.with("reputation", said)).orElse(shared);
        return detail.figures().isEmpty() ? heard : heard.with("figures", detail.figures());
    }

    /** What follows from knowing more of what is hit: owners are invited, dependents named, escalation considered. */
    static Change hitting(Change change, Incident before, Handbook handbook, Instant at) {
        List<String> services = change.incident().conduct().impact().services();
        boolean more = !services.isEmpty()
                && !services.equals(before.conduct().impact().services());
        Change telling = more ? change.promising(Chore.SERVICES, at).promising(Chore.INVITE, at) : change;
        Change critical = Showing.watchingNew(telling, Criterion.CRITICAL, before, handbook, at);
        return Showing.watchingNew(critical, Criterion.WATCHED, before, handbook, at);
    }

    /**
     * Corrects when a milestone was reached; what was thought before stays on the timeline.
     *
     * @throws Refusal if it lies in the future, or not in the order of the milestones
     */
    public static Change time(Incident incident, Milestone milestone, Instant happened, Actor by, Instant at) {
        Optional<Instant> before = incident.time(milestone);
        if (before.equals(Optional.of(happened))) {
            return Change.none(incident);
        }
        Incident after = incident.correcting(milestone, happened);
        requireOrder(after, milestone, happened, at);
        String was = before.map(Assessing::utc).orElse("unknown");
        Entry entry = Entry.of(
                        at,
                        Kind.NOTE,
                        by,
                        "%s, %s: %s → %s".formatted(milestone.code(), milestone.meaning(), was, utc(happened)))
                .with("milestone", milestone.code())
                .with("from", before.map(Instant::toString).orElse(""))
                .with("to", happened.toString());
        return Showing.everywhere(Change.to(after).saying(entry.asKey().asTold()), at);
    }

    /** It is not known after all when a milestone was reached. */
    static Change forget(Incident incident, Milestone milestone, Actor by, Instant at) {
        Entry entry = Entry.of(
                        at,
                        Kind.NOTE,
                        by,
                        "%s, %s: not known after all".formatted(milestone.code(), milestone.meaning()))
                .with("milestone", milestone.code());
        return Showing.everywhere(
                Change.to(incident.without(milestone)).saying(entry.asKey().asTold()), at);
    }

    private static void requireOrder(Incident after, Milestone milestone, Instant happened, Instant at) {
        if (happened.isAfter(at)) {
            throw new Refusal("That is in the future. Nothing was changed.");
        }
        requireOrder(after, milestone, happened);
    }

    private static void requireOrder(Incident incident, Milestone milestone, Instant happened) {
        incident.disordering(milestone, happened).ifPresent(other -> {
            throw new Refusal(
                    "%s cannot be at %s, because %s (%s) was at %s. Nothing was changed. Correct that one first if it is wrong: `/incident time %s …`."
                            .formatted(
                                    milestone.code(),
                                    utc(happened),
                                    other.code(),
                                    other.meaning(),
                                    incident.time(other).map(Assessing::utc).orElse("?"),
                                    other.code()));
        });
    }

    /**
     * Whether a stage can have been entered at the moment that somebody names.
     *
     * @throws Refusal if that contradicts a time that is known
     */
    public static void requireFitting(Incident incident, Stage to, Instant happened) {
        if (incident.time(to.reached()).isEmpty()) {
            requireOrder(incident.bounded(to.reached(), happened), to.reached(), happened);
        }
    }

    private static String utc(Instant at) {
        return Words.day(at, Words.UTC);
    }

    /** What is still missing for the record to be of use, in words; empty if nothing is. A date is asked for with the draft. */
    public static List<String> missing(Incident incident) {
        return missing(incident, EnumSet.complementOf(EnumSet.of(Gate.MEETING)));
    }

    /** The same, by these gates alone. */
    static List<String> missing(Incident incident, Collection<Gate> gates) {
        return gates.stream()
                .sorted()
                .flatMap(gate -> gate.missing(incident).stream())
                .toList();
    }

    /** All of it in one line, e.g. {@code Payments fail · 1200 users · services: checkout}; empty if nothing is known. */
    public static String inWords(Impact impact) {
        List<String> parts = new ArrayList<>();
        if (!impact.text().isEmpty()) {
            parts.add(impact.text());
        }
        users(impact).ifPresent(parts::add);
        impact.revenue().ifPresent(sum -> parts.add("revenue: " + sum));
        if (!impact.services().isEmpty()) {
            parts.add("services: " + String.join(", ", impact.services()));
        }
        impact.slo().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(slo -> parts.add("%s: %s of the error budget".formatted(slo.getKey(), slo.getValue())));
        impact.detail().figures().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(figure -> parts.add("%s: %s".formatted(figure.getKey(), figure.getValue())));
        if (impact.watched()) {
            parts.add("the public takes notice");
        }
        impact.detail().reputation().ifPresent(said -> parts.add("reputation: " + said));
        return String.join(" · ", parts);
    }

    private static Optional<String> users(Impact impact) {
        Optional<String> share = impact.detail().share();
        return impact.users()
                .map(number -> number + " users" + share.map(" (%s)"::formatted).orElse(""))
                .or(() -> share.map(part -> part + " of users"));
    }
}
