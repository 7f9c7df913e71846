package dev.muster.workspace.state;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the bot is told: the event, the team of whoever caused it, and whether it was in a channel shared with others. */
public record Happening(ObjectNode event, String team, boolean shared) {
    /** Nothing that others share. */
    public static Happening of(ObjectNode event) {
        return new Happening(event, App.TEAM, false);
    }
}
