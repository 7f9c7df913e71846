package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.World;
import java.util.List;
import java.util.Map;

/** Who the others are. */
final class UsersApi {
    private final World world;

    UsersApi(World world) {
        this.world = world;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("users.info", this::info);
        methods.put("users.list", this::list);
        methods.put("users.lookupByEmail", this::byEmail);
        methods.put("usergroups.list", this::groups);
        methods.put("usergroups.users.list", this::groupUsers);
    }

    private ObjectNode info(Args args) {
        String id = args.find("user").orElseThrow(() -> new Refusal("user_not_found"));
        Account account = world.directory().find(id).orElseThrow(() -> new Refusal("user_not_found"));
        return Json.object().set("user", json(account));
    }

    private ObjectNode json(Account account) {
        return account.json(world.stamps().now());
    }

    private ObjectNode list(Args args) {
        List<Account> known = world.directory().accounts().stream()
                .filter(account -> !account.stranger())
                .toList();
        Page<Account> page = Page.of(known, args, 1000, 1000);
        ObjectNode answer = Json.object();
        answer.set("members", Json.nodes(page.items().stream().map(this::json).toList()));
        answer.put("cache_ts", world.stamps().seconds());
        page.writeCursor(answer);
        return answer;
    }

    private ObjectNode byEmail(Args args) {
        Account account = world.directory()
                .findByEmail(args.required("email"))
                .filter(found -> !found.gone())
                .orElseThrow(() -> new Refusal("users_not_found"));
        return Json.object().set("user", json(account));
    }

    private ObjectNode groups(Args args) {
        boolean users = args.flag("include_users");
        return Json.object()
                .set(
                        "usergroups",
                        Json.nodes(world.directory().usergroups().stream()
                                .map(group -> group.json(users))
                                .toList()));
    }

    private ObjectNode groupUsers(Args args) {
        return world.directory()
                .usergroup(args.required("usergroup"))
                .map(group -> Json.object().<ObjectNode>set("users", Json.strings(group.users())))
                .orElseThrow(() -> new Refusal("no_such_subteam"));
    }
}
