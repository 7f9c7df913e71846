package dev.muster.workspace.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Ephemerals.Whisper;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Things as the page shows them to one reader. */
final class Render {
    private final World world;

    Render(World world) {
        this.world = world;
    }

    ObjectNode person(Account account) {
        ObjectNode json = Json.object().put("id", account.id()).put("handle", account.handle());
        json.put("real_name", account.realName()).put("title", account.title());
        json.put("tz", account.zone().getId()).put("color", account.color());
        return json.put("is_bot", account.bot());
    }

    ObjectNode channel(Channel channel, String reader) {
        ObjectNode json = Json.object().put("id", channel.id()).put("name", channel.name());
        json.put("is_private", channel.kind() == Channel.Kind.PRIVATE).put("is_archived", channel.archived());
        json.put("is_member", channel.has(reader));
        json.put("topic", channel.topic().value())
                .put("purpose", channel.purpose().value());
        json.set("members", Json.strings(channel.members()));
        counts(json, channel, reader);
        json.set("bookmarks", Json.nodes(channel.bookmarks().values()).deepCopy());
        return json.set("pins", Json.strings(channel.pins()));
    }

    ObjectNode direct(Channel channel, String reader) {
        ObjectNode json = Json.object().put("id", channel.id()).put("user", channel.other(reader));
        List<Message> messages = world.messages().topLevel(channel.id());
        json.put("unread", unread(channel, reader, any -> true));
        return json.put(
                "last_ts",
                messages.isEmpty() ? "" : messages.get(messages.size() - 1).ts());
    }

    ObjectNode counts(ObjectNode json, Channel channel, String reader) {
        json.put("unread", channel.has(reader) ? unread(channel, reader, any -> true) : 0);
        return json.put("mentions", unread(channel, reader, message -> mentions(message, reader)));
    }

    private int unread(Channel channel, String reader, Predicate<Message> wanted) {
        String read = channel.lastRead(reader);
        return (int) world.messages().topLevel(channel.id()).stream()
                .filter(message -> message.ts().compareTo(read) > 0)
                .filter(message -> !message.user().equals(reader) && !message.isNotice())
                .filter(wanted)
                .count();
    }

    private static boolean mentions(Message message, String reader) {
        String text = message.text();
        return text.contains("<@" + reader)
                || text.contains("<!channel")
                || text.contains("<!here")
                || text.contains("<!everyone");
    }

    ObjectNode message(Channel channel, Message message) {
        ObjectNode json = world.messages().shown(channel, message, false);
        return channel.pins().contains(message.ts()) ? json.put("pinned", true) : json;
    }

    static ObjectNode whisper(Whisper whisper) {
        return whisper.json().deepCopy().put("ephemeral", true);
    }

    /** Top level, with what only this reader sees, oldest first. */
    List<ObjectNode> messages(Channel channel, String reader) {
        List<ObjectNode> shown = new ArrayList<>();
        world.messages().topLevel(channel.id()).forEach(message -> shown.add(message(channel, message)));
        whispers(channel, reader).stream()
                .filter(whisper -> !whisper.json().has("thread_ts"))
                .forEach(whisper -> shown.add(whisper(whisper)));
        shown.sort(Comparator.comparing(json -> json.path("ts").asText()));
        return shown;
    }

    /** The parent, then the replies. */
    List<ObjectNode> thread(Channel channel, String root, String reader) {
        List<ObjectNode> shown = new ArrayList<>();
        world.messages().find(channel.id(), root).ifPresent(parent -> shown.add(message(channel, parent)));
        List<ObjectNode> replies = new ArrayList<>();
        world.messages().replies(channel.id(), root).forEach(reply -> replies.add(message(channel, reply)));
        whispers(channel, reader).stream()
                .filter(whisper -> whisper.json().path("thread_ts").asText().equals(root))
                .forEach(whisper -> replies.add(whisper(whisper)));
        replies.sort(Comparator.comparing(json -> json.path("ts").asText()));
        shown.addAll(replies);
        return shown;
    }

    private List<Whisper> whispers(Channel channel, String reader) {
        return world.ephemerals().of(reader).stream()
                .filter(whisper -> whisper.channel().equals(channel.id()))
                .toList();
    }

    ObjectNode app() {
        App app = world.app();
        ObjectNode json = Json.object().put("name", app.name()).put("bot_user", App.BOT_USER);
        json.set("commands", app.commands().deepCopy());
        return json.set("shortcuts", app.shortcuts().deepCopy());
    }

    List<JsonNode> views(String reader) {
        return Json.copies(world.views().stack(reader));
    }

    JsonNode home(String reader) {
        return world.views().home(reader).<JsonNode>map(ObjectNode::deepCopy).orElseGet(() -> Json.object()
                .nullNode());
    }
}
