package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.GroupDesk;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Usergroup;
import dev.muster.workspace.state.World;
import java.util.Locale;
import java.util.Map;

/** User groups. */
final class GroupsApi {
    private final World world;
    private final GroupDesk desk;

    GroupsApi(Deeds deeds) {
        this.world = deeds.world();
        this.desk = deeds.groups();
    }

    void addTo(Map<String, Method> methods) {
        methods.put("usergroups.list", this::list);
        methods.put("usergroups.create", this::create);
        methods.put("usergroups.update", this::update);
        methods.put("usergroups.enable", args -> enabled(args, true));
        methods.put("usergroups.disable", args -> enabled(args, false));
        methods.put("usergroups.users.list", args -> Json.object()
                .set("users", Json.strings(group(args).users())));
        methods.put("usergroups.users.update", args -> described(desk.users(group(args), args.list("users")), args));
    }

    private ObjectNode list(Args args) {
        boolean users = args.flag("include_users");
        boolean disabled = args.flag("include_disabled");
        return Json.object()
                .set(
                        "usergroups",
                        Json.nodes(world.directory().usergroups().stream()
                                .filter(group -> disabled || group.isEnabled())
                                .map(group -> group.json(users))
                                .toList()));
    }

    private Usergroup group(Args args) {
        return desk.get(args.required("usergroup"));
    }

    private static ObjectNode described(Usergroup group, Args args) {
        return Json.object().set("usergroup", group.json(args.flag("include_users")));
    }

    /** A group without a handle is called as its name is, in small letters and without spaces. */
    private ObjectNode create(Args args) {
        String name = args.required("name");
        String handle = args.find("handle")
                .orElseGet(() -> name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        return described(desk.create(handle, name, args.text("description")), args);
    }

    private ObjectNode update(Args args) {
        Usergroup group = group(args);
        Usergroup now = group.called(
                args.find("handle").orElse(group.handle()),
                args.find("name").orElse(group.name()),
                args.find("description").orElse(group.description()),
                world.stamps().seconds());
        return described(desk.change(now), args);
    }

    private ObjectNode enabled(Args args, boolean now) {
        Usergroup group = group(args);
        if (group.isEnabled() == now) {
            throw new Refusal(now ? "already_enabled" : "already_disabled");
        }
        return described(desk.change(group.enabled(now, world.stamps().seconds())), args);
    }
}
