package dev.muster.timeline;

import dev.muster.incident.Actor;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Origin;
import dev.muster.incident.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reactions, pins, files that go away and channels that get another id, as lines of the timeline. */
final class Marks {

    private final Names names;

    Marks(Names names) {
        this.names = names;
    }

    Stream<Entry> reaction(Fields event, Kind kind) {
        String name = event.plain("reaction");
        Fields item = event.object("item");
        return message(item.plain("channel"), item.plain("ts"))
                .map(message -> Reducer.origin(
                        kind.lasting(), message, Optional.empty(), event.plain("user"), name, when(event)))
                .map(origin -> entry(event, kind, ":" + name + ":", origin).with("reaction", counted(name)))
                .stream();
    }

    /** The mark of a key moment is the same mark with any tone of skin. */
    private static String counted(String name) {
        return name.startsWith(Survey.MARK + "::") ? Survey.MARK : name;
    }

    Stream<Entry> pin(Fields event, Kind kind) {
        Fields item = event.object("item");
        String ts = item.object("message").text("ts").orElse(item.plain("ts"));
        return message(event.text("channel_id").orElse(item.plain("channel")), ts)
                .map(message -> Reducer.origin(kind.lasting(), message, Optional.empty(), when(event)))
                .map(origin -> entry(event, kind, "", origin))
                .stream();
    }

    Stream<Entry> fileDeleted(Fields event) {
        return event
                .text("file_id")
                .filter(id -> !id.isBlank())
                .map(id -> entry(event, Kind.FILE, "File " + id + " was deleted", Origin.of("file_deleted:" + id))
                        .with("file", id))
                .stream();
    }

    /** Slack gives a channel another id when it is shared with another workspace. */
    Stream<Entry> moved(Fields event) {
        String from = event.plain("old_channel_id");
        String to = event.plain("new_channel_id");
        Origin origin = Origin.of("channel_id_changed:" + from + ":" + to);
        Entry line = entry(event, Kind.RENAMED, "The channel's id changed from " + from + " to " + to, origin)
                .with("from", from)
                .with("to", to);
        return from.isBlank() || to.isBlank() ? Stream.empty() : Stream.of(line);
    }

    private Entry entry(Fields event, Kind kind, String text, Origin origin) {
        Optional<Actor> actor = event.text("user")
                .filter(id -> !id.isBlank())
                .map(id -> new Actor(new UserId(id), names.of(new UserId(id))));
        return new Entry(Times.of(when(event), when(event)), kind, actor, text, Map.of(), origin, false, false);
    }

    private static String when(Fields event) {
        return event.plain("event_ts");
    }

    private static Optional<MessageRef> message(String channel, String ts) {
        return channel.isBlank() || !Times.isTs(ts)
                ? Optional.empty()
                : Optional.of(new MessageRef(new ChannelId(channel), ts));
    }
}
