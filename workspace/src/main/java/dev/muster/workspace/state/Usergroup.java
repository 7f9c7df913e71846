package dev.muster.workspace.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.util.List;

/** A named group of people, such as an on-call team. */
public record Usergroup(String id, String handle, String name, List<String> users) {
    public Usergroup {
        users = List.copyOf(users);
    }

    public ObjectNode json(boolean includeUsers) {
        ObjectNode json = Json.object().put("id", id).put("team_id", App.TEAM).put("is_usergroup", true);
        json.put("name", name).put("handle", handle).put("description", "").put("is_external", false);
        json.put("date_create", 0).put("date_update", 0).put("date_delete", 0);
        json.put("user_count", users.size());
        if (includeUsers) {
            json.set("users", Json.strings(users));
        }
        return json;
    }
}
