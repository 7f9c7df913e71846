package dev.muster.workspace.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/** Somebody with an account: a person here, a stranger from another team, or the bot user of an app. */
public record Account(
        String id,
        String team,
        String handle,
        String realName,
        String title,
        ZoneId zone,
        String color,
        Optional<Robot> robot,
        boolean gone) {

    public Account deactivated() {
        return new Account(id, team, handle, realName, title, zone, color, robot, true);
    }

    public Account in(String otherTeam) {
        return new Account(id, otherTeam, handle, realName, title, zone, color, robot, gone);
    }

    public Account speakingAs(Robot app) {
        return new Account(app.userId(), team, handle, realName, title, zone, color, Optional.of(app), gone);
    }

    public boolean bot() {
        return robot.isPresent();
    }

    /** Whether it belongs to another workspace and is met in a shared channel only. */
    public boolean stranger() {
        return !team.equals(App.TEAM);
    }

    public String email() {
        return handle + "@example.com";
    }

    /** As users.info tells it. */
    public ObjectNode json(Instant now) {
        ObjectNode json = Json.object().put("id", id).put("team_id", team).put("name", handle);
        json.put("deleted", gone).put("color", color).put("real_name", realName);
        json.put("tz", zone.getId()).put("tz_label", zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        json.put("tz_offset", zone.getRules().getOffset(now).getTotalSeconds());
        json.set("profile", profile());
        for (String flag : new String[] {"is_admin", "is_owner", "is_primary_owner"}) {
            json.put(flag, false);
        }
        if (stranger()) {
            json.put("is_stranger", true);
        }
        json.put("is_restricted", false).put("is_ultra_restricted", false);
        return json.put("is_bot", bot()).put("is_app_user", false).put("updated", 0);
    }

    /** As users.profile.get tells it. */
    public ObjectNode profile() {
        ObjectNode profile = Json.object().put("title", title).put("real_name", realName);
        profile.put("real_name_normalized", realName).put("display_name", handle);
        profile.put("display_name_normalized", handle).put("team", team);
        profile.put("status_text", "").put("status_emoji", "").put("status_expiration", 0);
        robot.ifPresent(app -> profile.put("bot_id", app.botId()).put("api_app_id", app.appId()));
        return bot() || stranger() ? profile : profile.put("email", email());
    }
}
