package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.ChannelJson;
import dev.muster.workspace.state.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is in a channel, who comes and who goes. */
final class MembersApi {
    private static final int MOST_INVITED = 100;
    private final World world;
    private final Deeds deeds;

    MembersApi(Deeds deeds) {
        this.world = deeds.world();
        this.deeds = deeds;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("conversations.members", this::members);
        methods.put("conversations.join", this::join);
        methods.put("conversations.leave", this::leave);
        methods.put("conversations.invite", this::invite);
        methods.put("conversations.kick", this::kick);
    }

    private Channel channel(Args args) {
        return world.channels()
                .find(args.required("channel"))
                .filter(channel -> channel.visibleTo(App.BOT_USER))
                .orElseThrow(() -> new Refusal("channel_not_found"));
    }

    private Channel room(Args args) {
        Channel channel = channel(args);
        if (channel.isDirect()) {
            throw new Refusal("method_not_supported_for_channel_type");
        }
        return channel;
    }

    private ObjectNode members(Args args) {
        Page<String> page = Page.of(List.copyOf(channel(args).members()), args, 100, 1000);
        ObjectNode answer = Json.object();
        answer.set("members", Json.strings(page.items()));
        page.writeCursor(answer);
        return answer;
    }

    private ObjectNode join(Args args) {
        Channel channel = room(args);
        if (channel.archived()) {
            throw new Refusal("is_archived");
        }
        if (channel.kind() == Channel.Kind.PRIVATE) {
            throw new Refusal("method_not_supported_for_channel_type");
        }
        boolean entered = deeds.rooms().enter(channel, App.BOT_USER, Optional.empty());
        ObjectNode answer = described(channel);
        if (!entered) {
            answer.put("warning", "already_in_channel");
            answer.withObject("/response_metadata").putArray("warnings").add("already_in_channel");
        }
        return answer;
    }

    private static ObjectNode described(Channel channel) {
        return Json.object().set("channel", ChannelJson.of(channel, App.BOT_USER));
    }

    private ObjectNode leave(Args args) {
        Channel channel = room(args);
        if (channel.archived()) {
            throw new Refusal("is_archived");
        }
        if (!channel.hasBot()) {
            return Json.object().put("not_in_channel", true);
        }
        if (channel.name().equals("general")) {
            throw new Refusal("cant_leave_general");
        }
        deeds.rooms().leave(channel, App.BOT_USER);
        return Json.object();
    }

    /** One bad guest spoils the whole invitation, unless it is forced. */
    private ObjectNode invite(Args args) {
        Channel channel = deeds.openChannel(room(args).id(), App.BOT_USER);
        List<String> users = args.list("users");
        requireSomeUsers(users);
        ArrayNode errors = Json.array();
        users.forEach(user -> objection(channel, user)
                .ifPresent(error ->
                        errors.addObject().put("user", user).put("ok", false).put("error", error)));
        boolean none = errors.size() == users.size();
        if (!errors.isEmpty() && (none || !args.flag("force"))) {
            throw new Refusal(errors.get(0).path("error").asText()).with("errors", errors);
        }
        users.stream().filter(user -> objection(channel, user).isEmpty()).forEach(user -> deeds.rooms()
                .enter(channel, user, Optional.of(App.BOT_USER)));
        ObjectNode answer = described(channel);
        return errors.isEmpty() ? answer : answer.set("errors", errors);
    }

    private static void requireSomeUsers(List<String> users) {
        if (users.isEmpty()) {
            throw new Refusal("no_user");
        }
        if (users.size() > MOST_INVITED) {
            throw Refusal.arguments("no more than 100 items allowed [json-pointer:/users]");
        }
    }

    private Optional<String> objection(Channel channel, String user) {
        if (user.equals(App.BOT_USER)) {
            return Optional.of("cant_invite_self");
        }
        Optional<Account> account = world.directory().find(user);
        if (account.isEmpty()) {
            return Optional.of("user_not_found");
        }
        if (account.get().gone()) {
            return Optional.of("cant_invite");
        }
        return channel.has(user) ? Optional.of("already_in_channel") : Optional.empty();
    }

    private ObjectNode kick(Args args) {
        Channel channel = deeds.openChannel(room(args).id(), App.BOT_USER);
        String user = args.required("user");
        if (user.equals(App.BOT_USER)) {
            throw new Refusal("cant_kick_self");
        }
        if (world.directory().find(user).isEmpty()) {
            throw new Refusal("user_not_found");
        }
        if (channel.name().equals("general")) {
            throw new Refusal("cant_kick_from_general");
        }
        Deeds.requireMember(channel, user);
        deeds.rooms().kick(channel, user, App.BOT_USER);
        return Json.object().set("errors", Json.object());
    }
}
