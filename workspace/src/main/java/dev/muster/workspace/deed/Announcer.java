package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Happening;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.Notice;
import dev.muster.workspace.state.World;

/** Tells the pages and, where it is a member, the bot. */
public final class Announcer {
    private final World world;

    public Announcer(World world) {
        this.world = world;
    }

    void posted(Channel channel, Message message) {
        world.bell().ring(Notice.message(Notice.Kind.MESSAGE, channel.id(), message.ts()));
        tell(channel, event(channel, message));
        if (message.text().contains("<@" + App.BOT_USER) && !isBot(message) && !channel.isDirect()) {
            tell(channel, mention(channel, message));
        }
    }

    private ObjectNode event(Channel channel, Message message) {
        ObjectNode event = message.withMetadata();
        event.remove("reactions");
        if (message.subtype().equals("thread_broadcast")) {
            message.thread()
                    .flatMap(root -> world.messages().find(channel.id(), root))
                    .ifPresent(root -> event.set("root", world.messages().shown(channel, root, false)));
        }
        return in(channel, event, message.ts());
    }

    private static ObjectNode mention(Channel channel, Message message) {
        ObjectNode event = message.json().deepCopy();
        event.retain("client_msg_id", "user", "text", "ts", "team", "blocks", "thread_ts", "parent_user_id", "files");
        return event.put("type", "app_mention").put("channel", channel.id()).put("event_ts", message.ts());
    }

    void changed(Channel channel, Message now, ObjectNode before) {
        world.bell().ring(Notice.message(Notice.Kind.MESSAGE_CHANGED, channel.id(), now.ts()));
        ObjectNode event = hidden("message_changed");
        event.set("message", now.withMetadata());
        event.set("previous_message", before);
        tell(channel, in(channel, event, event.path("ts").asText()));
    }

    void deleted(Channel channel, ObjectNode before) {
        String ts = before.path("ts").asText();
        world.bell()
                .ring(new Notice(
                        Notice.Kind.MESSAGE_DELETED,
                        channel.id(),
                        ts,
                        before.path("thread_ts").asText("")));
        ObjectNode event = hidden("message_deleted").put("deleted_ts", ts);
        event.set("previous_message", before);
        tell(channel, in(channel, event, event.path("ts").asText()));
    }

    private ObjectNode hidden(String subtype) {
        ObjectNode event = Json.object().put("type", "message").put("subtype", subtype);
        return event.put("hidden", true).put("ts", world.stamps().next());
    }

    private static ObjectNode in(Channel channel, ObjectNode event, String eventTs) {
        event.put("channel", channel.id()).put("event_ts", eventTs);
        return event.put("channel_type", channel.kind().type);
    }

    /** An event that is not a message. */
    ObjectNode event(String type) {
        return Json.object().put("type", type).put("event_ts", world.stamps().next());
    }

    void tell(Channel channel, ObjectNode event) {
        if (channel.hasBot()) {
            world.bell().tellBot(new Happening(event, team(event), channel.shared()));
        }
    }

    private String team(ObjectNode event) {
        String user = Json.text(event, "user")
                .orElseGet(() -> event.path("message").path("user").asText());
        return world.directory().find(user).map(Account::team).orElse(App.TEAM);
    }

    void ring(Notice notice) {
        world.bell().ring(notice);
    }

    private static boolean isBot(Message message) {
        return message.user().equals(App.BOT_USER);
    }
}
