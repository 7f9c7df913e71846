package dev.muster.workspace.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.push.Outcome;
import dev.muster.workspace.push.Parcel;
import dev.muster.workspace.push.Postman;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.Row;
import dev.muster.workspace.state.World;
import java.util.Optional;

/** Uses the app's shortcuts, and asks it for the choices of a menu. */
public final class Shortcuts {
    private final World world;
    private final Deeds deeds;
    private final Postman postman;
    private final Payloads payloads;

    Shortcuts(Deeds deeds, Postman postman, Payloads payloads) {
        this.world = deeds.world();
        this.deeds = deeds;
        this.postman = postman;
        this.payloads = payloads;
    }

    public Response global(String user, String callbackId) {
        ObjectNode payload = world.locked(() -> {
            require(callbackId, "global");
            return stamped(payloads.interaction("shortcut", user), callbackId);
        });
        return Response.of(postman.send(Parcel.of(Row.Kind.SHORTCUT, callbackId, payload)));
    }

    public Response onMessage(String user, String callbackId, String channelId, String ts) {
        ObjectNode payload = world.locked(() -> {
            require(callbackId, "message");
            Channel channel = deeds.channel(channelId, user);
            return message(user, callbackId, channel, deeds.message(channel, ts));
        });
        return Response.of(postman.send(Parcel.of(Row.Kind.MESSAGE_ACTION, callbackId, payload)));
    }

    private ObjectNode message(String user, String callbackId, Channel channel, Message message) {
        ObjectNode payload = stamped(payloads.interaction("message_action", user), callbackId);
        payload.set("channel", payloads.channel(channel));
        payload.put("message_ts", message.ts());
        payload.set("message", world.messages().shown(channel, message, false));
        return payload.put("response_url", payloads.responseUrl(channel, user, Optional.of(message.ts())));
    }

    private ObjectNode stamped(ObjectNode payload, String callbackId) {
        return payload.put("callback_id", callbackId)
                .put("action_ts", world.stamps().next());
    }

    private void require(String callbackId, String type) {
        boolean known = world.app()
                .shortcut(callbackId)
                .filter(shortcut -> shortcut.path("type").asText().equals(type))
                .isPresent();
        if (!known) {
            throw new Refusal("unknown_shortcut");
        }
    }

    /** What the bot offers in a menu for what was typed so far. */
    public Response options(String user, JsonNode where, String typed) {
        ObjectNode payload = world.locked(() -> {
            ObjectNode asked = payloads.interaction("block_suggestion", user);
            asked.remove("trigger_id");
            asked.put("action_id", where.path("action_id").asText());
            asked.put("block_id", where.path("block_id").asText()).put("value", typed);
            place(asked, user, where);
            return asked;
        });
        Outcome outcome = postman.send(
                Parcel.of(Row.Kind.BLOCK_SUGGESTION, where.path("action_id").asText(), payload));
        return Response.of(outcome);
    }

    private void place(ObjectNode asked, String user, JsonNode where) {
        if (Json.text(where, "channel").isPresent()) {
            inMessage(asked, user, where);
            return;
        }
        ObjectNode view = Json.text(where, "view_id")
                .map(id -> world.views().find(id))
                .orElseGet(() -> world.views().home(user))
                .orElseThrow(() -> new Refusal("not_found"));
        asked.putObject("container")
                .put("type", "view")
                .put("view_id", view.path("id").asText());
        asked.set("view", view.deepCopy());
    }

    private void inMessage(ObjectNode asked, String user, JsonNode where) {
        Channel channel = deeds.channel(where.path("channel").asText(), user);
        String ts = where.path("ts").asText();
        ObjectNode container = asked.putObject("container").put("type", "message");
        container.put("message_ts", ts).put("channel_id", channel.id());
        container.put("is_ephemeral", world.ephemerals().find(channel.id(), ts).isPresent());
        asked.set("channel", payloads.channel(channel));
        world.messages()
                .find(channel.id(), ts)
                .ifPresent(message -> asked.set("message", world.messages().shown(channel, message, false)));
    }
}
