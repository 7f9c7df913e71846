package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reactions and pins. */
final class MarksApi {
    private final Deeds deeds;

    MarksApi(Deeds deeds) {
        this.deeds = deeds;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("reactions.add", this::react);
        methods.put("reactions.remove", this::unreact);
        methods.put("reactions.get", this::reactions);
        methods.put("reactions.list", this::reacted);
        methods.put("pins.add", this::pin);
        methods.put("pins.remove", this::unpin);
        methods.put("pins.list", this::pins);
    }

    private Channel channel(Args args) {
        return deeds.openChannel(args.required("channel"), App.BOT_USER);
    }

    private Message message(Channel channel, Args args) {
        return deeds.message(channel, args.required("timestamp"));
    }

    private ObjectNode react(Args args) {
        Channel channel = channel(args);
        deeds.marks().react(channel, message(channel, args), App.BOT_USER, args.required("name"));
        return Json.object();
    }

    private ObjectNode unreact(Args args) {
        Channel channel = channel(args);
        deeds.marks().unreact(channel, message(channel, args), App.BOT_USER, args.required("name"));
        return Json.object();
    }

    private ObjectNode reactions(Args args) {
        Channel channel = deeds.channel(args.required("channel"), App.BOT_USER);
        Message message = message(channel, args);
        ObjectNode answer = Json.object().put("type", "message").put("channel", channel.id());
        return answer.set("message", deeds.world().messages().shown(channel, message, false));
    }

    /** The messages that a user reacted to, the newest first, of channels that the bot may know of. */
    private ObjectNode reacted(Args args) {
        String user = args.find("user").orElse(App.BOT_USER);
        if (deeds.world().directory().find(user).isEmpty()) {
            throw new Refusal("user_not_found");
        }
        List<ObjectNode> found = new ArrayList<>();
        deeds.world().channels().all().stream()
                .filter(channel -> channel.visibleTo(App.BOT_USER))
                .forEach(channel -> found.addAll(reacted(channel, user)));
        found.sort(Comparator.comparing(
                (ObjectNode item) -> item.path("message").path("ts").asText(), Comparator.reverseOrder()));
        Page<ObjectNode> page = Page.of(found, args, 100, 1000);
        ObjectNode answer = Json.object().set("items", Json.nodes(page.items()));
        page.writeCursor(answer);
        return answer;
    }

    private List<ObjectNode> reacted(Channel channel, String user) {
        return deeds.world().messages().all(channel.id()).stream()
                .map(message -> deeds.world().messages().shown(channel, message, false))
                .filter(shown -> Json.items(shown.path("reactions")).stream()
                        .anyMatch(reaction -> Json.texts(reaction.path("users")).contains(user)))
                .map(shown -> Json.object()
                        .put("type", "message")
                        .put("channel", channel.id())
                        .<ObjectNode>set("message", shown))
                .toList();
    }

    private ObjectNode pin(Args args) {
        Channel channel = channel(args);
        deeds.marks().pin(channel, message(channel, args), App.BOT_USER);
        return Json.object();
    }

    private ObjectNode unpin(Args args) {
        Channel channel = channel(args);
        deeds.marks().unpin(channel, message(channel, args), App.BOT_USER);
        return Json.object();
    }

    private ObjectNode pins(Args args) {
        Channel channel = deeds.channel(args.required("channel"), App.BOT_USER);
        Deeds.requireMember(channel, App.BOT_USER);
        List<ObjectNode> items = new ArrayList<>();
        for (String ts : channel.pins()) {
            items.add(deeds.marks().item(channel, deeds.message(channel, ts), App.BOT_USER));
        }
        return Json.object().set("items", Json.nodes(items));
    }
}
