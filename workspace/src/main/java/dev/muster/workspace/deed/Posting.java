package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Ephemerals.Whisper;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.Notice;
import dev.muster.workspace.state.Robot;
import dev.muster.workspace.state.World;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says things, changes what was said, takes it back. */
public final class Posting {
    private final World world;
    private final Announcer announcer;

    public Posting(World world, Announcer announcer) {
        this.world = world;
        this.announcer = announcer;
    }

    public Message post(Channel channel, Draft draft) {
        Message message =
                new Message(written(channel, draft).put("ts", world.stamps().next()));
        Optional.ofNullable(draft.more().get("metadata")).ifPresent(message::metadata);
        blocks(message, Optional.ofNullable(draft.more().get("blocks")));
        draft.thread().ifPresent(root -> intoThread(channel, message, root, draft.broadcast()));
        world.messages().add(channel.id(), message);
        channel.read(draft.user(), message.ts());
        announcer.posted(channel, message);
        message.thread().ifPresent(root -> rootChanged(channel, root));
        return message;
    }

    private ObjectNode written(Channel channel, Draft draft) {
        Account author = world.directory().get(draft.user());
        ObjectNode json = Json.object().put("type", "message").put("user", draft.user());
        json.put("text", draft.text()).put("team", author.team());
        author.robot().ifPresent(robot -> sign(json, robot));
        if (!author.bot() && !draft.more().has("subtype")) {
            json.put("client_msg_id", UUID.randomUUID().toString());
        }
        if (channel.shared()) {
            json.put("user_team", author.team()).put("source_team", author.team());
        }
        json.setAll(draft.more());
        if (draft.isClassic()) {
            json.remove(List.of("user", "team", "app_id", "bot_profile"));
        }
        json.remove("metadata");
        json.remove("blocks");
        return json;
    }

    private static void sign(ObjectNode json, Robot robot) {
        json.put("bot_id", robot.botId()).put("app_id", robot.appId());
        json.set("bot_profile", robot.profile());
    }

    private static void blocks(Message message, Optional<JsonNode> given) {
        if (given.isPresent() && !given.get().isEmpty()) {
            message.blocks(Blocks.completed(given.get()), true);
        } else if (!message.text().isEmpty()
                && !message.isNotice()
                && !message.user().isEmpty()) {
            message.blocks(RichText.of(message.text()), false);
        } else {
            message.json().remove("blocks");
        }
    }

    private void intoThread(Channel channel, Message message, String asked, boolean broadcast) {
        Message near = world.messages().find(channel.id(), asked).orElseThrow(() -> new Refusal("thread_not_found"));
        String root = near.thread().orElse(near.ts());
        Message parent = world.messages().find(channel.id(), root).orElse(near);
        parent.json().put("thread_ts", root);
        message.json().put("thread_ts", root).put("parent_user_id", parent.author());
        if (broadcast) {
            message.json().put("subtype", "thread_broadcast");
        }
    }

    private void rootChanged(Channel channel, String root) {
        announcer.ring(Notice.message(Notice.Kind.MESSAGE_CHANGED, channel.id(), root));
    }

    /** Changes a message; blocks that are not given stay, unless they were made from the text. */
    public void edit(Channel channel, Message message, Change change) {
        ObjectNode before = message.withMetadata();
        change.text().ifPresent(now -> message.json().put("text", now));
        change.attachments().ifPresent(now -> attachments(message, now));
        change.metadata().ifPresent(message::metadata);
        if (change.blocks().isPresent() || !message.ownBlocks()) {
            blocks(message, change.blocks());
        }
        message.json()
                .putObject("edited")
                .put("user", message.author())
                .put("ts", world.stamps().next());
        announcer.changed(channel, message, before);
    }

    /** Shows what is behind the links of a message, or no more when there is nothing; that is no edit. */
    public void unfurl(Channel channel, Message message, JsonNode attachments) {
        ObjectNode before = message.withMetadata();
        attachments(message, attachments);
        announcer.changed(channel, message, before);
    }

    private static void attachments(Message message, JsonNode now) {
        message.json().set("attachments", now.deepCopy());
        if (now.isEmpty()) {
            message.json().remove("attachments");
        }
    }

    public void delete(Channel channel, Message message) {
        ObjectNode before = message.withMetadata();
        channel.pins().remove(message.ts());
        world.messages().remove(channel.id(), message.ts());
        if (world.messages().replies(channel.id(), message.ts()).isEmpty()) {
            announcer.deleted(channel, before);
        } else {
            bury(channel, message, before);
        }
        message.thread().ifPresent(root -> rootChanged(channel, root));
    }

    /** A deleted message with replies leaves a stone behind, so that the thread stays. */
    private void bury(Channel channel, Message message, ObjectNode before) {
        ObjectNode stone = Json.object().put("type", "message").put("subtype", "tombstone");
        stone.put("user", "USLACKBOT").put("text", "This message was deleted.").put("hidden", true);
        stone.put("ts", message.ts()).put("thread_ts", message.ts());
        Message tombstone = new Message(stone);
        world.messages().add(channel.id(), tombstone);
        announcer.changed(channel, tombstone, before);
    }

    /** Says something that one person alone can see. */
    public Whisper whisper(Channel channel, String reader, Draft draft) {
        Message message =
                new Message(written(channel, draft).put("ts", world.stamps().next()));
        blocks(message, Optional.ofNullable(draft.more().get("blocks")));
        draft.thread().ifPresent(root -> message.json().put("thread_ts", root));
        Whisper whisper = new Whisper(channel.id(), reader, message.json().put("is_ephemeral", true));
        world.ephemerals().add(whisper);
        announcer.ring(new Notice(Notice.Kind.EPHEMERAL, channel.id(), whisper.ts(), reader));
        return whisper;
    }

    public void unwhisper(Whisper whisper) {
        world.ephemerals().remove(whisper);
        announcer.ring(new Notice(Notice.Kind.EPHEMERAL_DELETED, whisper.channel(), whisper.ts(), whisper.reader()));
    }

    /** What the platform itself writes into a channel, such as that somebody joined. */
    Message system(Channel channel, String user, String subtype, String text, ObjectNode more) {
        ObjectNode json = Json.object().put("type", "message").put("subtype", subtype);
        json.put("user", user).put("text", text).put("ts", world.stamps().next());
        json.setAll(more);
        Message message = new Message(json);
        world.messages().add(channel.id(), message);
        channel.read(user, message.ts());
        announcer.posted(channel, message);
        return message;
    }
}
