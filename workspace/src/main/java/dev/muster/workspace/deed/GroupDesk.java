package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Happening;
import dev.muster.workspace.state.Usergroup;
import dev.muster.workspace.state.World;
import java.util.List;
import java.util.function.Predicate;

/** Makes and changes user groups; the bot hears of it wherever it is. */
public final class GroupDesk {
    private final World world;
    private final Announcer announcer;

    public GroupDesk(World world, Announcer announcer) {
        this.world = world;
        this.announcer = announcer;
    }

    public Usergroup get(String id) {
        return world.directory().usergroup(id).orElseThrow(() -> new Refusal("no_such_subteam"));
    }

    public Usergroup create(String handle, String name, String description) {
        long now = world.stamps().seconds();
        Usergroup group = Usergroup.of(handle, name, List.of()).called(handle, name, description, now);
        requireFree(group);
        return kept(group, "subteam_created");
    }

    public Usergroup change(Usergroup group) {
        requireFree(group);
        return kept(group, "subteam_updated");
    }

    private void requireFree(Usergroup group) {
        refuseIf(other -> other.name().equals(group.name()), group, "name_already_exists");
        refuseIf(other -> other.handle().equals(group.handle()), group, "handle_already_exists");
    }

    private void refuseIf(Predicate<Usergroup> same, Usergroup group, String error) {
        boolean taken = world.directory().usergroups().stream()
                .anyMatch(other -> !other.id().equals(group.id()) && same.test(other));
        if (taken) {
            throw new Refusal(error);
        }
    }

    private Usergroup kept(Usergroup group, String type) {
        world.directory().put(group);
        ObjectNode event = announcer.event(type);
        event.set("subteam", group.json(true));
        world.bell().tellBot(Happening.of(event));
        return group;
    }

    public Usergroup users(Usergroup group, List<String> users) {
        if (users.isEmpty()) {
            throw new Refusal("no_users_provided");
        }
        if (users.stream().anyMatch(user -> world.directory().find(user).isEmpty())) {
            throw new Refusal("invalid_users");
        }
        Usergroup now = group.with(users, world.stamps().seconds());
        world.directory().put(now);
        world.bell().tellBot(Happening.of(membersChanged(group, now)));
        return now;
    }

    private ObjectNode membersChanged(Usergroup before, Usergroup now) {
        ObjectNode event = announcer.event("subteam_members_changed").put("subteam_id", now.id());
        event.put("date_previous_update", before.updated()).put("date_update", now.updated());
        List<String> added = without(now.users(), before.users());
        List<String> removed = without(before.users(), now.users());
        event.set("added_users", Json.strings(added));
        event.set("removed_users", Json.strings(removed));
        return event.put("added_users_count", added.size()).put("removed_users_count", removed.size());
    }

    private static List<String> without(List<String> users, List<String> others) {
        return users.stream().filter(user -> !others.contains(user)).toList();
    }
}
