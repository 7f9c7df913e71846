package dev.muster.desk;

import dev.muster.incident.Actor;
import dev.muster.incident.UserId;
import java.time.ZoneId;

/** Somebody in the workspace. */
public record Person(UserId id, String name, ZoneId zone) {

    public Actor actor() {
        return new Actor(id, name);
    }
}
