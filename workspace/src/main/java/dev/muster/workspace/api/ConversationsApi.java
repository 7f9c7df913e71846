package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.ChannelJson;
import dev.muster.workspace.state.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Making, finding and changing channels. */
final class ConversationsApi {
    private static final int MOST_IN_DIRECT = 8;
    private final World world;
    private final Deeds deeds;

    ConversationsApi(Deeds deeds) {
        this.world = deeds.world();
        this.deeds = deeds;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("conversations.create", this::create);
        methods.put("conversations.info", this::info);
        methods.put("conversations.list", args -> list(args, channel -> channel.visibleTo(App.BOT_USER)));
        methods.put("users.conversations", this::ofUser);
        methods.put("conversations.open", this::open);
        methods.put("conversations.rename", this::rename);
        methods.put("conversations.setTopic", this::topic);
        methods.put("conversations.setPurpose", this::purpose);
        methods.put("conversations.archive", this::archive);
        methods.put("conversations.unarchive", this::unarchive);
        methods.put("conversations.mark", this::mark);
    }

    private ObjectNode create(Args args) {
        return described(deeds.rooms().create(args.text("name"), args.flag("is_private"), App.BOT_USER));
    }

    private static ObjectNode described(Channel channel) {
        return Json.object().set("channel", ChannelJson.of(channel, App.BOT_USER));
    }

    private Channel channel(Args args) {
        return world.channels()
                .find(args.required("channel"))
                .filter(channel -> channel.visibleTo(App.BOT_USER))
                .orElseThrow(() -> new Refusal("channel_not_found"));
    }

    private ObjectNode info(Args args) {
        Channel channel = channel(args);
        ObjectNode answer = described(channel);
        world.canvases().of(channel).ifPresent(canvas -> answer.withObject("/channel/properties/canvas")
                .put("file_id", canvas.id())
                .put("is_empty", canvas.sections().isEmpty()));
        return answer;
    }

    private ObjectNode list(Args args, Predicate<Channel> wanted) {
        Set<Channel.Kind> kinds = kinds(args);
        List<Channel> found = world.channels().all().stream()
                .filter(channel -> kinds.contains(channel.kind()))
                .filter(channel -> !channel.archived() || !args.flag("exclude_archived"))
                .filter(wanted)
                .toList();
        Page<Channel> page = Page.of(found, args, 100, 1000);
        ObjectNode answer = Json.object();
        answer.set(
                "channels",
                Json.nodes(page.items().stream()
                        .map(channel -> ChannelJson.of(channel, App.BOT_USER))
                        .toList()));
        page.writeCursor(answer);
        return answer;
    }

    private static Set<Channel.Kind> kinds(Args args) {
        Set<Channel.Kind> kinds = new LinkedHashSet<>();
        List<String> types = args.has("types") ? args.list("types") : List.of("public_channel");
        for (String type : types) {
            kinds.add(
                    switch (type) {
                        case "public_channel" -> Channel.Kind.PUBLIC;
                        case "private_channel" -> Channel.Kind.PRIVATE;
                        case "im" -> Channel.Kind.IM;
                        case "mpim" -> Channel.Kind.MPIM;
                        default -> throw new Refusal("invalid_types");
                    });
        }
        return kinds;
    }

    private ObjectNode ofUser(Args args) {
        String user = args.find("user").orElse(App.BOT_USER);
        account(user);
        return list(args, channel -> channel.has(user) && channel.visibleTo(App.BOT_USER));
    }

    private Account account(String user) {
        return world.directory().find(user).orElseThrow(() -> new Refusal("user_not_found"));
    }

    private ObjectNode open(Args args) {
        if (args.has("channel")) {
            return opened(channel(args), args);
        }
        List<String> users = args.list("users");
        if (users.isEmpty()) {
            throw new Refusal("users_list_not_supplied");
        }
        if (users.size() > MOST_IN_DIRECT) {
            throw new Refusal("too_many_users");
        }
        users.forEach(this::requireActive);
        Set<String> members = new LinkedHashSet<>(users);
        members.add(App.BOT_USER);
        return opened(world.channels().direct(members), args);
    }

    private void requireActive(String user) {
        if (account(user).gone()) {
            throw new Refusal("user_disabled");
        }
    }

    private static ObjectNode opened(Channel channel, Args args) {
        if (!channel.isDirect()) {
            throw new Refusal("method_not_supported_for_channel_type");
        }
        return args.flag("return_im")
                ? described(channel)
                : Json.object().set("channel", Json.object().put("id", channel.id()));
    }

    private Channel changeable(Args args) {
        Channel channel = channel(args);
        if (channel.isDirect()) {
            throw new Refusal("method_not_supported_for_channel_type");
        }
        return deeds.openChannel(channel.id(), App.BOT_USER);
    }

    private ObjectNode rename(Args args) {
        Channel channel = changeable(args);
        if (!channel.creator().equals(App.BOT_USER)) {
            throw new Refusal("not_authorized");
        }
        deeds.rooms().rename(channel, args.text("name"), App.BOT_USER);
        return described(channel);
    }

    private ObjectNode topic(Args args) {
        Channel channel = changeable(args);
        deeds.rooms().topic(channel, args.text("topic"), App.BOT_USER);
        return described(channel).put("topic", channel.topic().value());
    }

    private ObjectNode purpose(Args args) {
        Channel channel = changeable(args);
        deeds.rooms().purpose(channel, args.text("purpose"), App.BOT_USER);
        return described(channel).put("purpose", channel.purpose().value());
    }

    private ObjectNode archive(Args args) {
        if (channel(args).archived()) {
            throw new Refusal("already_archived");
        }
        Channel channel = changeable(args);
        if (channel.name().equals("general")) {
            throw new Refusal("cant_archive_general");
        }
        deeds.rooms().archive(channel, App.BOT_USER);
        return Json.object();
    }

    /** Being put out by the archiving, a bot can never undo it. */
    private ObjectNode unarchive(Args args) {
        throw new Refusal(channel(args).archived() ? "not_in_channel" : "not_archived");
    }

    private ObjectNode mark(Args args) {
        Channel channel = channel(args);
        Deeds.requireMember(channel, App.BOT_USER);
        channel.read(App.BOT_USER, args.required("ts"));
        return Json.object();
    }
}
