package dev.muster.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
