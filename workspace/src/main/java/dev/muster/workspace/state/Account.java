package dev.muster.workspace.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;

/** Somebody with an account in the workspace: a person, or the app's bot user. */
public record Account(
        String id, String handle, String realName, String title, ZoneId zone, String color, boolean bot, boolean gone) {

    public Account deactivated() {
        return new Account(id, handle, realName, title, zone, color, bot, true);
    }

    public String email() {
        return handle + "@example.com";
    }

    /** As users.info tells it. */
    public ObjectNode json(Instant now) {
        ObjectNode json = Json.object().put("id", id).put("team_id", App.TEAM).put("name", handle);
        json.put("deleted", gone).put("color", color).put("real_name", realName);
        json.put("tz", zone.getId()).put("tz_label", zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        json.put("tz_offset", zone.getRules().getOffset(now).getTotalSeconds());
        json.set("profile", profile());
        for (String flag : new String[] {"is_admin", "is_owner", "is_primary_owner"}) {
            json.put(flag, false);
        }
        json.put("is_restricted", false).put("is_ultra_restricted", false);
        return json.put("is_bot", bot).put("is_app_user", false).put("updated", 0);
    }

    private ObjectNode profile() {
        ObjectNode profile = Json.object().put("title", title).put("real_name", realName);
        profile.put("real_name_normalized", realName).put("display_name", handle);
        profile.put("display_name_normalized", handle).put("team", App.TEAM);
        if (bot) {
            return profile.put("bot_id", App.BOT_ID).put("api_app_id", App.APP_ID);
        }
        return profile.put("email", email());
    }
}
