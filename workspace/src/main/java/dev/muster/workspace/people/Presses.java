package dev.muster.workspace.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Blocks;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.push.Parcel;
import dev.muster.workspace.push.Postman;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.Row;
import dev.muster.workspace.state.World;
import java.util.Optional;

/** Presses buttons and chooses from menus, in messages and in views. */
public final class Presses {
    private final World world;
    private final Deeds deeds;
    private final Postman postman;
    private final Payloads payloads;

    Presses(Deeds deeds, Postman postman, Payloads payloads) {
        this.world = deeds.world();
        this.deeds = deeds;
        this.postman = postman;
        this.payloads = payloads;
    }

    public Response inMessage(String user, String channelId, String ts, Choice choice) {
        return inMessage(user, channelId, ts, choice, Json.object());
    }

    /** With what was typed into the message's own fields. */
    public Response inMessage(String user, String channelId, String ts, Choice choice, JsonNode typed) {
        return send(world.locked(() -> {
            Channel channel = deeds.channel(channelId, user);
            ObjectNode shown = shown(user, channel, ts);
            ObjectNode holder = shown.deepCopy();
            holder.withObject("/state").set("values", Forms.merged(shown, typed));
            ObjectNode payload = payloads.interaction("block_actions", user);
            payload.set("container", container(channel, ts, shown));
            payload.set("channel", payloads.channel(channel));
            if (!isEphemeral(shown)) {
                payload.set("message", shown);
            }
            payload.put("response_url", payloads.responseUrl(channel, user, Optional.of(ts)));
            return pressed(payload, holder, choice);
        }));
    }

    private ObjectNode shown(String user, Channel channel, String ts) {
        Optional<Message> message = world.messages().find(channel.id(), ts);
        return message.map(found -> world.messages().shown(channel, found, true))
                .or(() -> world.ephemerals()
                        .find(channel.id(), ts)
                        .filter(whisper -> whisper.reader().equals(user))
                        .map(whisper -> whisper.json()))
                .orElseThrow(() -> new Refusal("message_not_found"));
    }

    private static boolean isEphemeral(JsonNode message) {
        return message.path("is_ephemeral").asBoolean();
    }

    private static ObjectNode container(Channel channel, String ts, ObjectNode shown) {
        ObjectNode container = Json.object().put("type", "message").put("message_ts", ts);
        container.put("channel_id", channel.id()).put("is_ephemeral", isEphemeral(shown));
        Json.text(shown, "thread_ts").ifPresent(thread -> container.put("thread_ts", thread));
        return container;
    }

    public Response inView(String user, String viewId, Choice choice, JsonNode typed) {
        return send(world.locked(() -> {
            ObjectNode view = view(user, viewId);
            view.withObject("/state").set("values", typed.isObject() ? Forms.merged(view, typed) : Forms.values(view));
            ObjectNode payload = payloads.interaction("block_actions", user);
            payload.putObject("container").put("type", "view").put("view_id", viewId);
            payload.set("view", view.deepCopy());
            return pressed(payload, view, choice);
        }));
    }

    /** With what was typed before. */
    public Response inView(String user, String viewId, Choice choice) {
        return inView(user, viewId, choice, Json.object().missingNode());
    }

    private ObjectNode view(String user, String viewId) {
        return world.views()
                .find(viewId)
                .filter(found ->
                        world.views().owner(viewId).filter(user::equals).isPresent())
                .orElseThrow(() -> new Refusal("not_found"));
    }

    private ObjectNode pressed(ObjectNode payload, ObjectNode holder, Choice choice) {
        Blocks.Place place = choice.place(holder.path("blocks"));
        ObjectNode chosen = choice.chosen(place.element());
        remember(holder, place, chosen);
        payload.set("state", state(holder));
        if (payload.has("view")) {
            payload.withObject("/view").set("state", state(holder));
        }
        payload.putArray("actions").add(payloads.action(place.element(), place.blockId(), chosen));
        return payload;
    }

    private static void remember(ObjectNode holder, Blocks.Place place, ObjectNode chosen) {
        boolean stays = FieldKind.of(place.element())
                .filter(kind -> !place.element().path("type").asText().equals("overflow"))
                .isPresent();
        if (stays) {
            ObjectNode values = holder.withObject("/state").withObject("/values");
            String action = place.element().path("action_id").asText();
            values.withObjectProperty(place.blockId()).set(action, chosen);
        }
    }

    private static ObjectNode state(ObjectNode holder) {
        ObjectNode state = Json.object();
        state.set("values", Forms.values(holder));
        return state;
    }

    private Response send(ObjectNode payload) {
        String action = payload.path("actions").path(0).path("action_id").asText();
        return Response.of(postman.send(Parcel.of(Row.Kind.BLOCK_ACTIONS, action, payload)));
    }
}
