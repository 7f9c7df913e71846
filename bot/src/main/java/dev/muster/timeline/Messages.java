package dev.muster.timeline;

import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Messages, their edits and their deletions as lines of the timeline. */
final class Messages {

    private final Self self;
    private final Authors authors;
    private final Notices notices;
    private final PlainText text;

    Messages(Self self, Names names) {
        this.self = self;
        this.authors = new Authors(self, names);
        this.notices = new Notices(names);
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
        if (isTombstone(after)) {
            return isTombstone(before) ? Stream.empty() : deleted(event);
        }
        return channel(event).stream()
                .flatMap(channel -> before.equals(Fields.NONE)
                        ? asItStands(channel, after)
                        : Stream.concat(earlier(channel, before), edit(channel, event, before, after)));
    }

    /**
     * Slack marks no edit where a bot brings its message up to date bit by bit, nor a second one within a second; these
     * go under the time of their event, so that no wording is lost to the one before.
     */
    private Stream<Entry> edit(ChannelId channel, Fields event, Fields before, Fields after) {
        Optional<String> marked = editedTs(after).filter(ts -> !editedTs(before).equals(Optional.of(ts)));
        boolean visible = marked.isPresent() || !text.of(after).equals(text.of(before));
        return visible ? edited(channel, after, marked.orElse(event.plain("event_ts"))).stream() : Stream.empty();
    }

    /** A deletion. Slack does not tell who did it. With it, what stood there before. */
    Stream<Entry> deleted(Fields event) {
        Fields before = event.object("previous_message");
        Fields gone = event.object("message");
        String ts = event.text("deleted_ts").orElse(gone.plain("ts"));
        Optional<String> thread = thread(before).or(() -> thread(gone));
        return channel(event).stream()
                .flatMap(channel -> Stream.concat(
                        earlier(channel, before),
                        gone(channel, ts, event.plain("event_ts"), thread, isTombstone(before)).stream()));
    }

    /** @param again whether it has been deleted before, and only the trace that Slack left is removed now */
    private static Optional<Entry> gone(
            ChannelId channel, String ts, String when, Optional<String> thread, boolean again) {
        String[] more = again ? new String[] {"tombstone"} : new String[0];
        return Optional.of(ts).filter(Times::isTs).map(id -> Entry.ofBot(Times.of(when, id), Kind.MESSAGE_DELETED, "")
                .from(Reducer.origin("deleted", new MessageRef(channel, id), thread, more)));
    }

    /**
     * The wording that a change replaced, in case its own event never comes; nothing where it may differ from what that
     * event said: what a bot says and what is attached may change without a mark, and a deleted file leaves only its id.
     */
    private Stream<Entry> earlier(ChannelId channel, Fields before) {
        boolean isSure = !isTombstone(before)
                && !Authors.isApp(before)
                && !text.isAttached(before)
                && !SharedFiles.anyGone(before);
        return isSure ? asItStands(channel, before) : Stream.empty();
    }

    /** A message whose earlier wordings are not known: the original if it was never edited, else its last wording. */
    Stream<Entry> asItStands(ChannelId channel, Fields message) {
        if (isTombstone(message)) {
            return gone(channel, message.plain("ts"), "", thread(message), false).stream();
        }
        return editedTs(message)
                .map(ts -> edited(channel, message, ts))
                .orElseGet(() -> original(channel, message))
                .stream();
    }

    private Optional<Entry> original(ChannelId channel, Fields message) {
        Kind usual = authors.isSelf(message) ? Kind.BOT : Kind.MESSAGE;
        return ref(channel, message).map(ref -> entry(message, Notices.kind(message, usual), ref.ts())
                .from(Reducer.origin("message", ref, thread(message))));
    }

    private Optional<Entry> edited(ChannelId channel, Fields message, String editTs) {
        return ref(channel, message).map(ref -> entry(message, Kind.MESSAGE_EDITED, editTs)
                .from(Reducer.origin("edited", ref, thread(message), editTs)));
    }

    private Entry entry(Fields message, Kind kind, String at) {
        List<Map<String, Object>> files = SharedFiles.of(message);
        String said = text.of(message);
        Entry entry = new Entry(
                Times.of(at, message.plain("ts")),
                kind,
                authors.of(message),
                said.isBlank() && files.isEmpty() ? Notices.silence(message) : said,
                notices.data(message),
                Origin.NONE,
                false,
                false);
        Entry placed =
                self.otherTeam(message).map(team -> entry.with("team", team)).orElse(entry);
        return files.isEmpty() ? placed : placed.with("files", files);
    }

    private static Optional<MessageRef> ref(ChannelId channel, Fields message) {
        return message.text("ts").filter(Times::isTs).map(ts -> new MessageRef(channel, ts));
    }

    private static boolean isTombstone(Fields message) {
        return message.plain("subtype").equals("tombstone");
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
