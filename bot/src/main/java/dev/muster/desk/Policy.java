package dev.muster.desk;

import dev.muster.incident.ActionItem;
import dev.muster.incident.Actor;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Role;
import dev.muster.incident.UserId;
import java.util.Optional;

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
}
