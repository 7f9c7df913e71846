package dev.muster.scenario;

import dev.muster.incident.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Something that goes wrong, to be rehearsed.
 *
 * @param id what people type, unique among all
 * @param title what those see who rehearse, so it gives nothing away
 * @param about what is behind it, for whoever leads the rehearsal
 * @param source where it was taken from
 * @param severity how bad it is, once somebody has looked
 * @param opening what happens before anybody has declared an incident
 * @param injects what happens from then on
 */
public record Scenario(
        String id,
        String title,
        String about,
        String source,
        Severity severity,
        List<Member> cast,
        List<Inject> opening,
        List<Inject> injects,
        Expected expected,
        List<Finding> findings) {

    public Scenario {
        cast = List.copyOf(cast);
        opening = List.copyOf(opening);
        injects = List.copyOf(injects);
        findings = List.copyOf(findings);
    }

    /** @throws java.util.NoSuchElementException if nobody here is called so */
    public Member member(String id) {
        return cast.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** One of the opening or of what comes later. */
    public Optional<Inject> inject(String id) {
        return opening.stream().filter(one -> one.id().equals(id)).findFirst().or(() -> injects.stream()
                .filter(one -> one.id().equals(id))
                .findFirst());
    }
}
