package dev.muster.workspace.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.util.Locale;

/** An app that speaks: under which ids, and by which name. */
public record Robot(String botId, String appId, String userId, String name) {
    /** With ids made from the name. */
    public static Robot named(String name) {
        String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return new Robot("B0" + letters, "A0" + letters, "U0" + letters, name);
    }

    /** As `bot_profile` in messages, and as bots.info tells it. */
    public ObjectNode profile() {
        ObjectNode profile =
                Json.object().put("id", botId).put("deleted", false).put("name", name);
        profile.put("updated", 0).put("app_id", appId);
        return profile.put("user_id", userId).put("team_id", App.TEAM);
    }
}
