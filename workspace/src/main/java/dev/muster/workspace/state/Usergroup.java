package dev.muster.workspace.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.util.List;

/** A named group of people, such as an on-call team; a disabled one has the second in which it was. */
public record Usergroup(
        String id, String handle, String name, String description, List<String> users, long updated, long disabled) {
    public Usergroup {
        users = List.copyOf(users);
    }

    public static Usergroup of(String handle, String name, List<String> users) {
        return new Usergroup(Ids.next("S"), handle, name, "", users, 0, 0);
    }

    public Usergroup with(List<String> members, long at) {
        return new Usergroup(id, handle, name, description, members, at, disabled);
    }

    public Usergroup called(String newHandle, String newName, String newDescription, long at) {
        return new Usergroup(id, newHandle, newName, newDescription, users, at, disabled);
    }

    public Usergroup enabled(boolean now, long at) {
        return new Usergroup(id, handle, name, description, users, at, now ? 0 : at);
    }

    public boolean isEnabled() {
        return disabled == 0;
    }

    public ObjectNode json(boolean includeUsers) {
        ObjectNode json = Json.object().put("id", id).put("team_id", App.TEAM).put("is_usergroup", true);
        json.put("name", name).put("handle", handle).put("description", description);
        json.put("is_external", false).put("date_create", 0).put("date_update", updated);
        json.put("date_delete", disabled).put("user_count", users.size());
        if (includeUsers) {
            json.set("users", Json.strings(users));
        }
        return json;
    }
}
