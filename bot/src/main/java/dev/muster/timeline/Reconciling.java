package dev.muster.timeline;

import dev.muster.incident.Actor;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Origin;
import dev.muster.incident.UserId;
import dev.muster.timeline.MessageState.Reaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares what a channel's history shows with what the timeline knows, and makes lines of the difference. When it
 * happened is not known: such a line says that it was inferred, and carries the moment of the reading.
 */
public final class Reconciling {

    private final ChannelId channel;
    private final Names names;
    private final String moment;

    /** @param moment the reading's, as Slack writes timestamps */
    public Reconciling(ChannelId channel, Names names, String moment) {
        this.channel = channel;
        this.names = names;
        this.moment = moment;
    }

    /** What has been marked and unmarked, judging by how the message looks now; nothing of what is left of a deleted one. */
    public Stream<Entry> marks(Fields message, MessageState known) {
        if (message.plain("subtype").equals("tombstone")) {
            return Stream.empty();
        }
        MessageRef ref = new MessageRef(channel, message.plain("ts"));
        return Stream.of(
                        reactions(ref, message, known.reactions()),
                        pin(ref, message, known.isPinned()),
                        goneFiles(message))
                .flatMap(marks -> marks);
    }

    /** A file that is gone is left as its own tombstone. */
    private Stream<Entry> goneFiles(Fields message) {
        return message.list("files").stream()
                .filter(file -> file.plain("mode").equals("tombstone"))
                .flatMap(file -> file.text("id").stream())
                .map(id -> Entry.ofBot(Times.of(moment, ""), Kind.FILE, "File " + id + " was deleted")
                        .from(Origin.of("file_deleted:" + id))
                        .with("file", id)
                        .with("inferred", true));
    }

    private Stream<Entry> reactions(MessageRef ref, Fields message, Set<Reaction> known) {
        Set<Reaction> shown = new HashSet<>();
        Set<String> partly = new HashSet<>();
        for (Fields reaction : message.list("reactions")) {
            String name = reaction.plain("name");
            List<String> users = users(reaction);
            users.forEach(user -> shown.add(new Reaction(name, new UserId(user))));
            if (reaction.number("count").map(Number::intValue).orElse(0) > users.size()) {
                partly.add(name);
            }
        }
        Stream<Entry> added = shown.stream()
                .filter(reaction -> !known.contains(reaction))
                .map(reaction -> reaction(ref, Kind.REACTION_ADDED, reaction));
        Stream<Entry> removed = known.stream()
                .filter(reaction -> !shown.contains(reaction) && !partly.contains(reaction.name()))
                .map(reaction -> reaction(ref, Kind.REACTION_REMOVED, reaction));
        return Stream.concat(added, removed).sorted(Comparator.comparing(Entry::text));
    }

    private static List<String> users(Fields reaction) {
        return reaction.object().get("users") instanceof List<?> users
                ? users.stream()
                        .map(String::valueOf)
                        .filter(user -> !user.isBlank())
                        .toList()
                : List.of();
    }

    private Entry reaction(MessageRef ref, Kind kind, Reaction reaction) {
        UserId user = reaction.user();
        return inferred(
                        kind,
                        Optional.of(new Actor(user, names.of(user))),
                        ":" + reaction.name() + ":",
                        ref,
                        Optional.empty(),
                        user.value(),
                        reaction.name(),
                        moment)
                .with("reaction", reaction.name());
    }

    private Stream<Entry> pin(MessageRef ref, Fields message, boolean known) {
        boolean shown = message.object().get("pinned_to") instanceof List<?> in && in.contains(channel.value());
        return shown == known
                ? Stream.empty()
                : Stream.of(inferred(
                        shown ? Kind.PINNED : Kind.UNPINNED, Optional.empty(), "", ref, Optional.empty(), moment));
    }

    /** A message that is not there any more. Should its deletion still arrive by itself, it is the same fact. */
    public Entry gone(String ts, MessageState known) {
        return inferred(Kind.MESSAGE_DELETED, Optional.empty(), "", new MessageRef(channel, ts), known.threadTs());
    }

    private Entry inferred(
            Kind kind, Optional<Actor> actor, String text, MessageRef ref, Optional<String> thread, String... key) {
        Instant at = Times.of(moment, "");
        String what = kind == Kind.MESSAGE_DELETED ? "deleted" : kind.lasting();
        Entry entry = actor.map(who -> Entry.of(at, kind, who, text)).orElseGet(() -> Entry.ofBot(at, kind, text));
        return entry.from(Reducer.origin(what, ref, thread, key)).with("inferred", true);
    }
}
