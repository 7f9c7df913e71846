package dev.muster.incident;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A role changes hands only when whoever gets it has said yes; until then its holder stays responsible. Pure decisions. */
public final class HandingOver {

    private HandingOver() {}

    /** Offers a role to somebody. Another offer of the same role is withdrawn with it. */
    public static Change offer(Incident incident, Role role, Actor to, Actor by, Handbook handbook, Instant at) {
        incident.requireNotClosed();
        UserId holder = incident.holder(role)
                .orElseThrow(() -> new Refusal(
                        "Nobody is %s of %s, so there is nothing to hand over. Nothing was changed. To give it: `/incident role %s @user`."
                                .formatted(role.title(), incident.id(), role)));
        if (holder.equals(to.id())) {
            throw new Refusal(
                    "%s is %s of %s already. Nothing was changed.".formatted(to.name(), role.title(), incident.id()));
        }
        Entry entry = line(role, "%s offers %s to %s".formatted(by.name(), role.title(), to.name()), by, at)
                .with("state", "offered")
                .with("from", holder.value())
                .with("to", to.id().value());
        Offer offer = new Offer(to, by, at);
        Change change = Change.to(incident.with(incident.conduct().offering(role, offer)));
        Change asking = answering(change.saying(entry.asTold()), incident, role, at);
        return answering(asking, change.incident(), role, at)
                .promising(Promise.toRoom(
                        incident.id(), Chore.UNANSWERED, role.toString(), at.plus(handbook.nudgeRolesAfter())));
    }

    /** Whoever it was offered to takes it. */
    public static Change accept(Incident incident, Role role, Actor by, Instant at) {
        incident.requireNotClosed();
        Offer offer = offer(incident, role);
        if (!offer.to().id().equals(by.id())) {
            throw new Refusal(
                    "The role is offered to %s, not to you. Nothing was changed. To take it anyway: `/incident role %s`."
                            .formatted(offer.to().name(), role));
        }
        Entry entry = line(
                        role,
                        "%s is %s, handed over by %s"
                                .formatted(by.name(), role.title(), offer.by().name()),
                        by,
                        at)
                .with("state", "accepted")
                .with("to", by.id().value())
                .asKey();
        return Responding.holding(incident, role, by.id(), entry, at);
    }

    /** Whoever it was offered to says no, or somebody else takes the offer back. The holder stays. */
    public static Change decline(Incident incident, Role role, Optional<String> reason, Actor by, Instant at) {
        Offer offer = offer(incident, role);
        String why = reason.map(words -> ": " + words).orElse("");
        String text = offer.to().id().equals(by.id())
                ? "%s declines %s%s".formatted(by.name(), role.title(), why)
                : "%s takes back the offer of %s to %s%s"
                        .formatted(by.name(), role.title(), offer.to().name(), why);
        Entry entry = line(role, text, by, at)
                .with("state", "declined")
                .with("to", offer.to().id().value());
        Change change = Change.to(incident.with(incident.conduct().settling(role)))
                .saying(entry.asTold())
                .withdrawing(Chore.UNANSWERED, role.toString());
        return answering(change, incident, role, at);
    }

    /** Somebody left the channel: what they held is free again, and the channel is asked at once who takes it. */
    public static Change left(Incident incident, Actor who, Instant at) {
        return without(incident, who, "left the channel", at);
    }

    /** Somebody is in the workspace no longer. */
    public static Change gone(Incident incident, Actor who, Instant at) {
        return without(incident, who, "is in this workspace no longer", at);
    }

    private static Change without(Incident incident, Actor who, String why, Instant at) {
        List<Role> held = Arrays.stream(Role.values())
                .filter(role -> incident.holder(role).equals(Optional.of(who.id())))
                .toList();
        if (held.isEmpty() || !incident.isActive()) {
            return Change.none(incident);
        }
        Change change = Change.to(held.stream().reduce(incident, Incident::without, (one, other) -> other));
        for (Role role : held) {
            String text = "%s %s; nobody is %s now".formatted(who.name(), why, role.title());
            change = change.saying(Entry.ofBot(at, Kind.ROLE, text)
                            .with("role", role.toString())
                            .with("from", who.id().value())
                            .asKey()
                            .asTold())
                    .promising(Promise.toRoom(incident.id(), Chore.NUDGE, role.toString(), at));
        }
        return Showing.everywhere(change, at);
    }

    /** The message that asks about the role's offer, if there was one before, shows what has become of it. */
    static Change answering(Change change, Incident before, Role role, Instant at) {
        return before.conduct()
                .offer(role)
                .map(offer -> offer.to().id())
                .map(to -> Promise.toPerson(before.id(), Chore.OFFER, role + "/" + to, to, at))
                .map(change::promising)
                .orElse(change);
    }

    private static Offer offer(Incident incident, Role role) {
        return incident.conduct()
                .offer(role)
                .orElseThrow(() -> new Refusal(
                        "The role of %s is not offered to anybody. Nothing was changed. It is with %s; see `/incident %d brief`."
                                .formatted(
                                        role.title(),
                                        incident.holder(role)
                                                .map(holder -> Refusal.WHO)
                                                .orElse("nobody"),
                                        incident.id().number()),
                        incident.holder(role)));
    }

    private static Entry line(Role role, String text, Actor by, Instant at) {
        return Entry.of(at, Kind.HANDOVER, by, text).with("role", role.toString());
    }
}
