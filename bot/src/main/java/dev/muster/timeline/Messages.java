package dev.muster.timeline;

import dev.muster.incident.Actor;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Origin;
import dev.muster.incident.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Messages, their edits and their deletions as lines of the timeline. */
final class Messages {

    /** The messages by which Slack itself tells of a change. */
    private static final Map<String, Kind> NOTICES = Map.of(
            "channel_join", Kind.JOINED,
            "channel_leave", Kind.LEFT,
            "channel_topic", Kind.TOPIC,
            "channel_purpose", Kind.TOPIC,
            "channel_name", Kind.RENAMED);

    private final Self self;
    private final Names names;
    private final PlainText text;

    Messages(Self self, Names names) {
        this.self = self;
        this.names = names;
        this.text = new PlainText(names);
    }

    /** A message as it was posted. */
    Stream<Entry> posted(Fields event) {
        return channel(event).flatMap(channel -> original(channel, event)).stream();
    }

    /** An edit that a person can see; link previews and the like are none. With it, what stood there before. */
    Stream<Entry> changed(Fields event) {
        Fields after = event.object("message");
        Fields before = event.object("previous_message");
        if (after.plain("subtype").equals("tombstone")) {
            return deleted(event);
        }
        Optional<ChannelId> channel = channel(event);
        Stream<Entry> earlier = channel.stream().flatMap(in -> asItStands(in, before));
        boolean visible = !editedTs(after).equals(editedTs(before))
                || !after.plain("text").equals(before.plain("text"));
        String editTs = editedTs(after).orElse(event.plain("event_ts"));
        return visible ? Stream.concat(earlier, channel.flatMap(in -> edited(in, after, editTs)).stream()) : earlier;
    }

    /** A deletion. Slack does not tell who did it. With it, what stood there before. */
    Stream<Entry> deleted(Fields event) {
        Fields before = event.object("previous_message");
        String ts = event.text("deleted_ts").orElse(event.object("message").plain("ts"));
        return channel(event).stream()
                .flatMap(channel -> Stream.concat(
                        asItStands(channel, before), gone(channel, ts, event.plain("event_ts"), before).stream()));
    }

    private static Optional<Entry> gone(ChannelId channel, String ts, String when, Fields before) {
        if (!Times.isTs(ts)) {
            return Optional.empty();
        }
        return Optional.of(Entry.ofBot(Times.of(when, ts), Kind.MESSAGE_DELETED, "")
                .from(Reducer.origin("deleted", new MessageRef(channel, ts), before.text("thread_ts"))));
    }

    /** A message whose earlier wordings are not known: the original if it was never edited, else its last wording. */
    Stream<Entry> asItStands(ChannelId channel, Fields message) {
        if (message.plain("subtype").equals("tombstone")) {
            return gone(channel, message.plain("ts"), "", message).stream();
        }
        return editedTs(message)
                .map(ts -> edited(channel, message, ts))
                .orElseGet(() -> original(channel, message))
                .stream();
    }

    private Optional<Entry> original(ChannelId channel, Fields message) {
        String ts = message.plain("ts");
        if (!Times.isTs(ts)) {
            return Optional.empty();
        }
        return Optional.of(entry(message, kind(message), ts)
                .from(Reducer.origin("message", new MessageRef(channel, ts), thread(message))));
    }

    private Optional<Entry> edited(ChannelId channel, Fields message, String editTs) {
        String ts = message.plain("ts");
        if (!Times.isTs(ts)) {
            return Optional.empty();
        }
        return Optional.of(entry(message, Kind.MESSAGE_EDITED, editTs)
                .from(Reducer.origin("edited", new MessageRef(channel, ts), thread(message), editTs)));
    }

    private Entry entry(Fields message, Kind kind, String at) {
        Entry entry = new Entry(
                Times.of(at, message.plain("ts")),
                kind,
                actor(message),
                text.of(message),
                Map.of(),
                Origin.NONE,
                false,
                false);
        List<Map<String, Object>> files =
                message.list("files").stream().map(Messages::file).toList();
        return files.isEmpty() ? entry : entry.with("files", files);
    }

    private Kind kind(Fields message) {
        Kind usual = self.wrote(message) ? Kind.BOT : Kind.MESSAGE;
        return NOTICES.getOrDefault(message.plain("subtype").replaceFirst("^group_", "channel_"), usual);
    }

    private Optional<Actor> actor(Fields message) {
        if (self.wrote(message)) {
            return Optional.empty();
        }
        Optional<Actor> person = message.text("user")
                .filter(id -> !id.isBlank())
                .map(id -> new Actor(new UserId(id), names.of(new UserId(id))));
        return person.or(() -> bot(message));
    }

    private static Optional<Actor> bot(Fields message) {
        String name = message.text("username")
                .or(() -> message.object("bot_profile").text("name"))
                .orElse(message.plain("bot_id"));
        return message.text("bot_id").filter(id -> !id.isBlank()).map(id -> new Actor(new UserId(id), name));
    }

    private static Map<String, Object> file(Fields file) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (String name : List.of("id", "name", "mimetype", "permalink")) {
            file.text(name).ifPresent(value -> kept.put(name, value));
        }
        file.number("size").ifPresent(size -> kept.put("size", size.longValue()));
        return kept;
    }

    private static Optional<String> thread(Fields message) {
        return message.text("thread_ts").filter(thread -> !thread.equals(message.plain("ts")));
    }

    private static Optional<String> editedTs(Fields message) {
        return message.object("edited").text("ts").filter(Times::isTs);
    }

    private static Optional<ChannelId> channel(Fields event) {
        return event.text("channel").filter(id -> !id.isBlank()).map(ChannelId::new);
    }
}
