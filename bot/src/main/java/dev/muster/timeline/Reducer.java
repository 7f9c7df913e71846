package dev.muster.timeline;

import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Turns one event from Slack into lines of the timeline. Every line is derived from its event alone and carries the
 * fact's own key, so events may come in any order and any number of times: the same facts end as the same lines. A
 * person's edit or deletion also brings the wording that it replaced, in case the original never arrives.
 */
public final class Reducer {

    /** A pin has an event of its own, and a reply is a message of its own. */
    private static final Set<String> TOLD_BY_ANOTHER = Set.of("pinned_item", "unpinned_item", "message_replied");

    private final Messages messages;
    private final Map<String, Function<Fields, Stream<Entry>>> byType;

    public Reducer(Self self, Names names) {
        messages = new Messages(self, names);
        Marks marks = new Marks(names);
        byType = Map.of(
                "message", this::message,
                "reaction_added", event -> marks.reaction(event, Kind.REACTION_ADDED),
                "reaction_removed", event -> marks.reaction(event, Kind.REACTION_REMOVED),
                "pin_added", event -> marks.pin(event, Kind.PINNED),
                "pin_removed", event -> marks.pin(event, Kind.UNPINNED),
                "file_deleted", marks::fileDeleted,
                "channel_id_changed", marks::moved);
    }

    /** The lines that the event amounts to; none for what is no part of the record. Never throws for odd content. */
    public List<Entry> reduce(Fields event) {
        return byType.getOrDefault(event.plain("type"), other -> Stream.empty())
                .apply(event)
                .toList();
    }

    /** A message as the channel's history tells it, which may have been edited since. */
    public List<Entry> fromHistory(ChannelId channel, Fields message) {
        return TOLD_BY_ANOTHER.contains(message.plain("subtype"))
                ? List.of()
                : messages.asItStands(channel, message).toList();
    }

    private Stream<Entry> message(Fields event) {
        String subtype = event.plain("subtype");
        if (TOLD_BY_ANOTHER.contains(subtype)) {
            return Stream.empty();
        }
        return switch (subtype) {
            case "message_changed" -> messages.changed(event);
            case "message_deleted" -> messages.deleted(event);
            default -> messages.posted(event);
        };
    }

    static Origin origin(String what, MessageRef message, Optional<String> thread, String... more) {
        String key = String.join(":", what, message.channel().value(), message.ts());
        String source = more.length == 0 ? key : key + ":" + String.join(":", more);
        return new Origin(Optional.of(source), Optional.of(message), thread);
    }
}
