package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Presences;
import dev.muster.workspace.state.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who the others are. */
final class UsersApi {
    private static final int MOST_ASKED = 50;
    private final World world;

    UsersApi(World world) {
        this.world = world;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("users.info", this::info);
        methods.put("users.list", this::list);
        methods.put("users.lookupByEmail", this::byEmail);
        methods.put("users.profile.get", args -> Json.object()
                .set("profile", account(args).profile()));
        methods.put("users.getPresence", this::presence);
        methods.put("users.setPresence", this::setPresence);
        methods.put("dnd.info", args -> quiet(account(args)));
        methods.put("dnd.teamInfo", this::quietOfAll);
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

    private Account account(Args args) {
        return account(args.find("user").orElse(App.BOT_USER));
    }

    private Account account(String id) {
        return world.directory().find(id).orElseThrow(() -> new Refusal("user_not_found"));
    }

    private ObjectNode presence(Args args) {
        Account account = account(args);
        boolean away = account.gone() || world.presences().isAway(account.id());
        ObjectNode answer = Json.object().put("presence", away ? "away" : "active");
        if (account.id().equals(App.BOT_USER)) {
            answer.put("online", true).put("auto_away", false).put("manual_away", away);
            answer.put("connection_count", 1);
        }
        return answer;
    }

    private ObjectNode setPresence(Args args) {
        String presence = args.required("presence");
        if (!Set.of("auto", "away").contains(presence)) {
            throw new Refusal("invalid_presence");
        }
        world.presences().away(App.BOT_USER, presence.equals("away"));
        return Json.object();
    }

    private ObjectNode quiet(Account account) {
        Optional<Presences.Quiet> quiet =
                world.presences().quiet(account.id(), world.stamps().now());
        ObjectNode answer = Json.object().put("dnd_enabled", quiet.isPresent());
        answer.put(
                "next_dnd_start_ts",
                quiet.map(Presences.Quiet::from).map(Instant::getEpochSecond).orElse(1L));
        return answer.put(
                "next_dnd_end_ts",
                quiet.map(Presences.Quiet::until).map(Instant::getEpochSecond).orElse(1L));
    }

    private ObjectNode quietOfAll(Args args) {
        if (args.list("users").size() > MOST_ASKED) {
            throw new Refusal("too_many_users");
        }
        ObjectNode users = Json.object();
        args.list("users").forEach(id -> world.directory().find(id).ifPresent(known -> users.set(id, quiet(known))));
        return Json.object().set("users", users);
    }
}
