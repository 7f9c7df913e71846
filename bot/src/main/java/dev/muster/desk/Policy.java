package dev.muster.desk;

import dev.muster.incident.ActionItem;
import dev.muster.incident.Actor;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Proposal;
import dev.muster.incident.Role;
import dev.muster.incident.UserId;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may see and do what, asked at every entrance alike. */
public final class Policy {

    private Policy() {}

    /**
     * Whether somebody may know of an incident. A private one is known to those who were there when it was declared, who
     * hold a role or an action item in it, or who ask from within its channel.
     */
    public static boolean maySee(Incident incident, UserId person, ChannelId here) {
        return !incident.facts().isPrivate()
                || incident.facts().declaredBy().id().equals(person)
                || incident.roles().containsValue(person)
                || incident.actions().stream().map(ActionItem::owner).anyMatch(person::equals)
                || incident.room().channel().equals(Optional.of(here));
    }

    /** Whether somebody may take words off the record: whoever said them, or who leads the response. */
    public static boolean mayRedact(Incident incident, Entry line, UserId person) {
        return leads(incident, person)
                || line.actor().map(Actor::id).filter(person::equals).isPresent();
    }

    /** Whether somebody is in command; where nobody is, whoever declared it. */
    public static boolean leads(Incident incident, UserId person) {
        return incident.holder(Role.IC)
                .orElse(incident.facts().declaredBy().id())
                .equals(person);
    }

    /**
     * Whether somebody may decide on a proposal: whoever is in command; where that is who proposed it, any other who holds
     * a role; where there is none, anybody else. Nobody decides on their own.
     */
    public static boolean mayDecide(Incident incident, Proposal proposal, UserId person) {
        UserId proposer = proposal.by().id();
        if (person.equals(proposer)) {
            return false;
        }
        return leads(incident, person)
                || leads(incident, proposer)
                        && (incident.roles().containsValue(person) || !hasOthers(incident, proposer));
    }

    /** The same in words, with mentions. */
    public static String deciders(Incident incident, UserId proposer) {
        if (!leads(incident, proposer)) {
            return Markup.mention(incident.holder(Role.IC)
                    .orElse(incident.facts().declaredBy().id()));
        }
        return hasOthers(incident, proposer)
                ? incident.roles().values().stream()
                        .filter(holder -> !holder.equals(proposer))
                        .distinct()
                        .map(Markup::mention)
                        .sorted()
                        .collect(Collectors.joining(" or "))
                : "anybody else";
    }

    private static boolean hasOthers(Incident incident, UserId person) {
        return incident.roles().values().stream().anyMatch(holder -> !holder.equals(person));
    }
}
