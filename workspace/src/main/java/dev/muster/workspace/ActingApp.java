package dev.muster.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.muster.workspace.deed.Change;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Draft;
import dev.muster.workspace.deed.Mrkdwn;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.push.EventQueue;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.Robot;
import java.util.Optional;
import java.util.function.Function;

/**
 * Does things as another app than the one under test, in any channel that is not archived. A message is given as
 * chat.postMessage takes it: `text`, `blocks`, `attachments`, `thread_ts`, `reply_broadcast`, all of them optional, and
 * what is in it is not checked. Each method returns when the bot has answered what it was told, or failed to.
 */
public final class ActingApp {
    private final Deeds deeds;
    private final Robot robot;
    private final Doing doing;

    ActingApp(Deeds deeds, EventQueue events, Robot robot) {
        this.deeds = deeds;
        this.robot = robot;
        doing = new Doing(events, robot.userId());
    }

    public String userId() {
        return robot.userId();
    }

    public String botId() {
        return robot.botId();
    }

    public String appId() {
        return robot.appId();
    }

    /** As apps of today: with `user`, `bot_id`, `app_id` and `bot_profile`; the message's ts. */
    public String post(String channel, String text) {
        return post(channel, Json.object().put("text", text));
    }

    public String post(String channel, ObjectNode message) {
        return posted(channel, draft(message));
    }

    /** As incoming webhooks and old apps: subtype `bot_message` with `bot_id` and `username`, and without a user. */
    public String postClassic(String channel, String text) {
        return postClassic(channel, Json.object().put("text", text));
    }

    public String postClassic(String channel, ObjectNode message) {
        Draft classic = draft(message)
                .with("subtype", TextNode.valueOf("bot_message"))
                .with("username", TextNode.valueOf(robot.name()));
        return posted(channel, classic);
    }

    private String posted(String channel, Draft draft) {
        return with(channel, place -> deeds.posting().post(place, draft).ts());
    }

    private Draft draft(ObjectNode message) {
        boolean broadcast = message.path("reply_broadcast").asBoolean();
        Draft draft = Draft.of(
                        robot.userId(), Mrkdwn.written(message.path("text").asText("")))
                .in(Json.text(message, "thread_ts"), broadcast)
                .blocks(array(message, "blocks"));
        array(message, "attachments").ifPresent(given -> draft.with("attachments", given));
        return draft;
    }

    private static Optional<JsonNode> array(ObjectNode message, String field) {
        return Optional.of(message.path(field)).filter(JsonNode::isArray).map(JsonNode::deepCopy);
    }

    /** Changes a message of its own: its text, its blocks, its attachments, whatever of them is given. */
    public void edit(String channel, String ts, ObjectNode message) {
        with(channel, place -> {
            Optional<String> text = Json.text(message, "text").map(Mrkdwn::written);
            Optional<JsonNode> attachments = array(message, "attachments");
            Change change = new Change(text, array(message, "blocks"), attachments, Optional.empty());
            deeds.posting().edit(place, own(place, ts), change);
            return true;
        });
    }

    public void delete(String channel, String ts) {
        with(channel, place -> {
            deeds.posting().delete(place, own(place, ts));
            return true;
        });
    }

    private Message own(Channel channel, String ts) {
        return Optional.of(deeds.message(channel, ts))
                .filter(message -> message.json().path("bot_id").asText().equals(robot.botId()))
                .orElseThrow(() -> new Refusal("cant_update_message"));
    }

    /**
     * Puts these attachments under anybody's message, as when a link is unfurled; none takes them away. The bot gets a
     * `message_changed`, but the message is not `edited`.
     */
    public void unfurl(String channel, String ts, ArrayNode attachments) {
        with(channel, place -> {
            deeds.posting().unfurl(place, deeds.message(place, ts), attachments);
            return true;
        });
    }

    private <T> T with(String channel, Function<Channel, T> deed) {
        return doing.did(() -> deeds.world().locked(() -> deed.apply(open(channel))));
    }

    private Channel open(String idOrName) {
        Channel channel =
                deeds.world().channels().findAny(idOrName).orElseThrow(() -> new Refusal("channel_not_found"));
        if (channel.archived()) {
            throw new Refusal("is_archived");
        }
        return channel;
    }
}
