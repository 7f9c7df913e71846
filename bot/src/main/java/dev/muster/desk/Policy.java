package dev.muster.desk;

import dev.muster.incident.ActionItem;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Incident;
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
}
