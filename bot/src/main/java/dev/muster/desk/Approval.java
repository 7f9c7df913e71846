package dev.muster.desk;

import dev.muster.incident.Incident;
import dev.muster.incident.Proposal;
import dev.muster.incident.Role;
import dev.muster.incident.UserId;
import java.util.stream.Collectors;

/** Whose word a proposal needs: a second person's, always. */
public final class Approval {

    private Approval() {}

    /**
     * Whether somebody may decide on a proposal: whoever is in command; where that is who proposed it, any other who holds
     * a role; where there is none, anybody else. Nobody decides on their own.
     */
    public static boolean mayDecide(Incident incident, Proposal proposal, UserId person) {
        UserId proposer = proposal.by().id();
        if (person.equals(proposer)) {
            return false;
        }
        return Audience.COMMANDER.includes(incident, person)
                || Audience.COMMANDER.includes(incident, proposer)
                        && (incident.roles().containsValue(person) || !hasOthers(incident, proposer));
    }

    /** The same in words, with mentions. */
    public static String deciders(Incident incident, UserId proposer) {
        if (!Audience.COMMANDER.includes(incident, proposer)) {
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
