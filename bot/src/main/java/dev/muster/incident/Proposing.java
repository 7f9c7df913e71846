package dev.muster.incident;

import dev.muster.incident.Proposal.State;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wants to do about the incident, and a second person's word on it (change control of the seeds: every
 * change to production while the incident is on is approved by whoever is in command). Pure decisions; who may decide is
 * the policy's, that nobody decides on their own proposal is decided here.
 */
public final class Proposing {

    private Proposing() {}

    public static Change propose(Incident incident, String text, Actor by, Instant at) {
        incident.requireActive();
        int number = incident.conduct().proposals().size() + 1;
        Proposal proposal = new Proposal(number, text, by, at, State.OPEN, Optional.empty());
        return changed(incident, proposal, Entry.of(at, Kind.NOTE, by, "Proposal %d: %s".formatted(number, text)), at);
    }

    /** Approves or declines what is open. */
    public static Change decide(
            Incident incident, int number, State to, Optional<String> reason, Actor by, Instant at) {
        Proposal proposal = proposal(incident, number);
        if (!proposal.isOpen()) {
            throw already(proposal);
        }
        if (proposal.by().id().equals(by.id())) {
            throw new Refusal("You proposed that yourself, so somebody else has to decide. Nothing was changed.");
        }
        return becoming(incident, proposal, to, reason, by, at);
    }

    /** It must not be done, or go on: also when it was approved. */
    public static Change halt(Incident incident, int number, Optional<String> reason, Actor by, Instant at) {
        Proposal proposal = proposal(incident, number);
        if (!proposal.isOpen() && proposal.state() != State.APPROVED) {
            throw already(proposal);
        }
        return becoming(incident, proposal, State.HALTED, reason, by, at);
    }

    /** What was approved has been done. */
    public static Change done(Incident incident, int number, Actor by, Instant at) {
        Proposal proposal = proposal(incident, number);
        if (proposal.state() != State.APPROVED) {
            throw new Refusal(
                    "Proposal %d is %s, not approved. Nothing was changed.".formatted(number, proposal.state()));
        }
        return becoming(incident, proposal, State.DONE, Optional.empty(), by, at);
    }

    /** The proposal with this number, or a refusal that says which there are. */
    public static Proposal proposal(Incident incident, int number) {
        return incident.conduct().proposals().stream()
                .filter(proposal -> proposal.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refusal("%s has no proposal %d. Nothing was changed. See `/incident %d brief`."
                        .formatted(incident.id(), number, incident.id().number())));
    }

    private static Change becoming(
            Incident incident, Proposal proposal, State to, Optional<String> reason, Actor by, Instant at) {
        String why = reason.map(words -> " because " + words).orElse("");
        Entry entry = Entry.of(
                        at,
                        Kind.DECISION,
                        by,
                        "Proposal %d %s%s: %s".formatted(proposal.number(), to, why, proposal.text()))
                .with("state", to.toString());
        Entry line =
                reason.map(words -> entry.with("reason", words)).orElse(entry).asTold();
        return changed(incident, proposal.becoming(to, by), line, at);
    }

    private static Change changed(Incident incident, Proposal proposal, Entry entry, Instant at) {
        return Change.to(incident.with(incident.conduct().with(proposal)))
                .saying(entry.with("proposal", proposal.number())
                        .with("text", proposal.text())
                        .asKey())
                .promising(Promise.toRoom(incident.id(), Chore.PROPOSAL, String.valueOf(proposal.number()), at))
                .promising(Chore.CARD, at);
    }

    private static Refusal already(Proposal proposal) {
        String by = proposal.decidedBy().map(actor -> " by " + actor.name()).orElse("");
        return new Refusal(
                "Proposal %d is %s%s already. Nothing was changed.".formatted(proposal.number(), proposal.state(), by));
    }
}
