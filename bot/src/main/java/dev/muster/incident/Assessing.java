package dev.muster.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the incident does to others, as people learn it. Pure decisions. */
public final class Assessing {

    private Assessing() {}

    /** What is said takes the place of what was known; what is not said stays. */
    public static Change impact(Incident incident, Impact said, Actor by, Instant at) {
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
        return Showing.everywhere(
                Change.to(incident.with(incident.conduct().with(after)))
                        .saying(line.with("before", inWords(before)).asKey().asTold()),
                at);
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

    private static void requireOrder(Incident after, Milestone milestone, Instant happened, Instant at) {
        if (happened.isAfter(at)) {
            throw new Refusal("That is in the future. Nothing was changed.");
        }
        for (Milestone other : Milestone.values()) {
            after.time(other)
                    .filter(moment -> isDisordered(milestone, happened, other, moment))
                    .ifPresent(moment -> {
                        throw new Refusal(
                                "%s cannot be at %s, because %s (%s) was at %s. Nothing was changed. Correct that one first if it is wrong."
                                        .formatted(
                                                milestone.code(),
                                                utc(happened),
                                                other.code(),
                                                other.meaning(),
                                                utc(moment)));
                    });
        }
    }

    private static String utc(Instant at) {
        return Words.day(at, Words.UTC);
    }

    private static boolean isDisordered(Milestone one, Instant first, Milestone other, Instant second) {
        return one.compareTo(other) < 0 && first.isAfter(second) || one.compareTo(other) > 0 && first.isBefore(second);
    }

    /** What is still missing for the record to be of use, in words; empty if nothing is. */
    public static List<String> missing(Incident incident) {
        List<String> missing = new ArrayList<>();
        for (Milestone milestone : Milestone.values()) {
            if (incident.time(milestone).isEmpty()) {
                missing.add("when %s (`/incident time %s 14:05`)".formatted(milestone.meaning(), milestone.code()));
            }
        }
        if (!incident.conduct().impact().isKnown()) {
            missing.add("whom it hurt (`/incident impact`)");
        }
        if (incident.actions().isEmpty()) {
            missing.add("what will keep it from happening again (`/incident action`)");
        }
        incident.conduct().open().forEach(proposal -> missing.add("a word on proposal " + proposal.number()));
        return missing;
    }

    /** All of it in one line, e.g. {@code Payments fail · 1200 users · services: checkout}; empty if nothing is known. */
    public static String inWords(Impact impact) {
        List<String> parts = new ArrayList<>();
        if (!impact.text().isEmpty()) {
            parts.add(impact.text());
        }
        impact.users().ifPresent(number -> parts.add(number + " users"));
        impact.revenue().ifPresent(sum -> parts.add("revenue: " + sum));
        if (!impact.services().isEmpty()) {
            parts.add("services: " + String.join(", ", impact.services()));
        }
        impact.slo().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(slo -> parts.add("%s: %s of the error budget".formatted(slo.getKey(), slo.getValue())));
        return String.join(" · ", parts);
    }
}
