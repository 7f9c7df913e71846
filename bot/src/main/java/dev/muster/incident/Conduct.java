package dev.muster.incident;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the response is conducted: what is offered, proposed, known to be hurt, who follows it, what is ticked off, and how
 * it ended if it did not end by being resolved.
 *
 * @param offers roles that their holders want to hand over, until that is accepted or declined
 * @param proposals in the order of their numbers
 * @param ending empty for an incident that ends by being resolved
 * @param subscribers who gets word of it in person, each once
 * @param ticks what is done of the roles' checklists
 * @param diagnosis why it happened, as far as people know
 * @param meeting when people talk over what was learned, once that is set
 */
public record Conduct(
        Map<Role, Offer> offers,
        List<Proposal> proposals,
        Impact impact,
        Optional<Ending> ending,
        List<UserId> subscribers,
        List<Tick> ticks,
        Diagnosis diagnosis,
        Optional<Meeting> meeting) {

    public static final Conduct NONE = new Conduct(
            Map.of(),
            List.of(),
            Impact.UNKNOWN,
            Optional.empty(),
            List.of(),
            List.of(),
            Diagnosis.NONE,
            Optional.empty());

    public Conduct {
        offers = Map.copyOf(offers);
        proposals = List.copyOf(proposals);
        subscribers = List.copyOf(subscribers);
        ticks = List.copyOf(ticks);
    }

    public Optional<Offer> offer(Role role) {
        return Optional.ofNullable(offers.get(role));
    }

    /** The proposals that nobody has decided on. */
    public List<Proposal> open() {
        return proposals.stream().filter(Proposal::isOpen).toList();
    }

    public Optional<Tick> tick(Role role, String task) {
        return ticks.stream()
                .filter(tick -> tick.role() == role && tick.task().equals(task))
                .findFirst();
    }

    Conduct offering(Role role, Offer offer) {
        Map<Role, Offer> more = new EnumMap<>(Role.class);
        more.putAll(offers);
        more.put(role, offer);
        return new Conduct(more, proposals, impact, ending, subscribers, ticks, diagnosis, meeting);
    }

    /** The role is no longer offered to anybody. */
    Conduct settling(Role role) {
        Map<Role, Offer> fewer = new EnumMap<>(Role.class);
        fewer.putAll(offers);
        fewer.remove(role);
        return new Conduct(fewer, proposals, impact, ending, subscribers, ticks, diagnosis, meeting);
    }

    /** A proposal takes the place of the one with its number, or comes last. */
    Conduct with(Proposal proposal) {
        List<Proposal> all = new ArrayList<>(proposals);
        all.removeIf(other -> other.number() == proposal.number());
        all.add(Math.min(proposal.number() - 1, all.size()), proposal);
        return new Conduct(offers, all, impact, ending, subscribers, ticks, diagnosis, meeting);
    }

    Conduct with(Impact other) {
        return new Conduct(offers, proposals, other, ending, subscribers, ticks, diagnosis, meeting);
    }

    Conduct with(Diagnosis other) {
        return new Conduct(offers, proposals, impact, ending, subscribers, ticks, other, meeting);
    }

    Conduct meeting(Meeting other) {
        return new Conduct(offers, proposals, impact, ending, subscribers, ticks, diagnosis, Optional.of(other));
    }

    Conduct ending(Optional<Ending> other) {
        return new Conduct(offers, proposals, impact, other, subscribers, ticks, diagnosis, meeting);
    }

    Conduct subscribed(List<UserId> all) {
        return new Conduct(offers, proposals, impact, ending, all, ticks, diagnosis, meeting);
    }

    Conduct ticked(List<Tick> all) {
        return new Conduct(offers, proposals, impact, ending, subscribers, all, diagnosis, meeting);
    }
}
