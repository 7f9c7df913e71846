package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.Notice;
import dev.muster.workspace.state.World;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reactions and pins. */
public final class Marks {
    private static final int MOST_PINS = 100;
    private static final int MOST_EMOJI_EACH = 23;
    private static final int MOST_EMOJI = 50;
    private static final Pattern EMOJI = Pattern.compile("[\\p{L}0-9_+'-]+(::skin-tone-[2-6])?");
    private final World world;
    private final Announcer announcer;

    public Marks(World world, Announcer announcer) {
        this.world = world;
        this.announcer = announcer;
    }

    public void react(Channel channel, Message message, String user, String name) {
        if (!EMOJI.matcher(name).matches()) {
            throw new Refusal("invalid_name");
        }
        requireRoom(message, user, name);
        ObjectNode reaction = find(message, name)
                .orElseGet(() -> message.reactions().addObject().put("name", name));
        ArrayNode users = reaction.withArray("users");
        if (Json.texts(users).contains(user)) {
            throw new Refusal("already_reacted");
        }
        reaction.put("count", users.add(user).size());
        tell(channel, message, user, name, "reaction_added");
    }

    private static void requireRoom(Message message, String user, String name) {
        long own = Json.items(message.reactions()).stream()
                .filter(reaction -> Json.texts(reaction.path("users")).contains(user))
                .count();
        if (own >= MOST_EMOJI_EACH) {
            throw new Refusal("too_many_emoji");
        }
        if (find(message, name).isEmpty() && message.reactions().size() >= MOST_EMOJI) {
            throw new Refusal("too_many_reactions");
        }
    }

    public void unreact(Channel channel, Message message, String user, String name) {
        ObjectNode reaction = find(message, name).orElseThrow(() -> new Refusal("no_reaction"));
        ArrayNode users = reaction.withArray("users");
        int at = Json.texts(users).indexOf(user);
        if (at < 0) {
            throw new Refusal("no_reaction");
        }
        users.remove(at);
        reaction.put("count", users.size());
        forgetUnused(message.reactions());
        tell(channel, message, user, name, "reaction_removed");
    }

    private static Optional<ObjectNode> find(Message message, String name) {
        return Json.items(message.reactions()).stream()
                .filter(reaction -> reaction.path("name").asText().equals(name))
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    private static void forgetUnused(ArrayNode reactions) {
        for (int i = reactions.size() - 1; i >= 0; i--) {
            if (reactions.get(i).path("count").asInt() == 0) {
                reactions.remove(i);
            }
        }
    }

    private void tell(Channel channel, Message message, String user, String name, String type) {
        ObjectNode event = announcer.event(type).put("user", user).put("reaction", name);
        itemUser(event, message);
        event.putObject("item")
                .put("type", "message")
                .put("channel", channel.id())
                .put("ts", message.ts());
        announcer.tell(channel, event);
        announcer.ring(Notice.message(Notice.Kind.REACTION, channel.id(), message.ts()));
    }

    /** Classic apps are no users. */
    private static void itemUser(ObjectNode event, Message message) {
        if (!message.user().isEmpty()) {
            event.put("item_user", message.user());
        }
    }

    public void pin(Channel channel, Message message, String user) {
        if (channel.pins().contains(message.ts())) {
            throw new Refusal("already_pinned");
        }
        if (message.isNotice() || message.isTombstone()) {
            throw new Refusal("not_pinnable");
        }
        if (channel.pins().size() >= MOST_PINS) {
            throw new Refusal("too_many_pins");
        }
        channel.pins().add(message.ts());
        tellPin(channel, message, user, "pin_added");
    }

    public void unpin(Channel channel, Message message, String user) {
        if (!channel.pins().remove(message.ts())) {
            throw new Refusal("no_pin");
        }
        tellPin(channel, message, user, "pin_removed");
    }

    private void tellPin(Channel channel, Message message, String user, String type) {
        ObjectNode event = announcer.event(type).put("user", user).put("channel_id", channel.id());
        itemUser(event, message);
        event.put("pin_count", channel.pins().size());
        event.set("item", item(channel, message, user));
        ObjectNode info = event.putObject("pinned_info").put("channel", channel.id());
        info.put("pinned_by", user).put("pinned_ts", world.stamps().seconds());
        announcer.tell(channel, event.put("has_pins", !channel.pins().isEmpty()));
        announcer.ring(Notice.message(Notice.Kind.PIN, channel.id(), message.ts()));
        announcer.ring(Notice.channel(channel.id()));
    }

    /** A pinned message as pins.list and the events tell it. */
    public ObjectNode item(Channel channel, Message message, String user) {
        ObjectNode item = Json.object().put("type", "message").put("channel", channel.id());
        item.put("created", world.stamps().seconds()).put("created_by", user);
        JsonNode shown = world.messages().shown(channel, message, false);
        return item.set("message", shown);
    }
}
