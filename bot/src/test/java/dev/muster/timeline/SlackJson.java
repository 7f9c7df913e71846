package dev.muster.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages and events in the shapes that Slack sends, as maps; without the envelope. */
final class SlackJson {

    private SlackJson() {}

    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            object.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return object;
    }

    static Map<String, Object> with(Map<String, Object> object, Object... namesAndValues) {
        Map<String, Object> more = new LinkedHashMap<>(object);
        more.putAll(of(namesAndValues));
        return more;
    }

    /** What a person typed. The text is encoded, the block is not. */
    static Map<String, Object> typed(String user, String ts, String text) {
        return of(
                "type",
                "message",
                "user",
                user,
                "ts",
                ts,
                "client_msg_id",
                "m-" + ts,
                "team",
                "T1",
                "text",
                escaped(text),
                "blocks",
                List.of(richText(text)));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("(https://\\S+)", "<$1>");
    }

    static Map<String, Object> richText(String text) {
        Map<String, Object> section =
                of("type", "rich_text_section", "elements", List.of(of("type", "text", "text", text)));
        return of("type", "rich_text", "block_id", "b1", "elements", List.of(section));
    }

    static Map<String, Object> alert(String ts, String title, String text) {
        return of(
                "type",
                "message",
                "subtype",
                "bot_message",
                "ts",
                ts,
                "bot_id",
                "B1",
                "username",
                "Alerts",
                "text",
                "",
                "attachments",
                attached(title, text));
    }

    static List<Map<String, Object>> attached(String title, String text) {
        return List.of(
                of("id", 1, "color", "danger", "fallback", "in short", "title", escaped(title), "text", escaped(text)));
    }

    static Map<String, Object> preview(int id) {
        return of(
                "id",
                id,
                "from_url",
                "https://x.example/" + id,
                "original_url",
                "https://x.example/" + id,
                "title",
                "Preview " + id,
                "text",
                "of a page",
                "service_name",
                "x.example");
    }

    static Map<String, Object> file(String id) {
        return of(
                "id",
                id,
                "name",
                id + ".png",
                "title",
                "Graph " + id,
                "mimetype",
                "image/png",
                "size",
                4711,
                "mode",
                "hosted",
                "permalink",
                "https://files.example/" + id,
                "url_private",
                "https://files.example/p");
    }

    static Map<String, Object> tombstone(String ts) {
        return of(
                "type",
                "message",
                "subtype",
                "tombstone",
                "hidden",
                true,
                "user",
                "USLACKBOT",
                "ts",
                ts,
                "thread_ts",
                ts,
                "text",
                "This message was deleted.");
    }

    static Map<String, Object> posted(String channel, Map<String, Object> message) {
        return with(message, "channel", channel, "channel_type", "channel", "event_ts", ts(message));
    }

    static Map<String, Object> changed(
            String channel, String eventTs, Map<String, Object> before, Map<String, Object> after) {
        return of(
                "type",
                "message",
                "subtype",
                "message_changed",
                "hidden",
                true,
                "channel",
                channel,
                "channel_type",
                "channel",
                "ts",
                eventTs,
                "event_ts",
                eventTs,
                "message",
                after,
                "previous_message",
                before);
    }

    static Map<String, Object> deleted(String channel, String eventTs, Map<String, Object> before) {
        return of(
                "type",
                "message",
                "subtype",
                "message_deleted",
                "hidden",
                true,
                "channel",
                channel,
                "channel_type",
                "channel",
                "ts",
                eventTs,
                "event_ts",
                eventTs,
                "deleted_ts",
                ts(before),
                "previous_message",
                before);
    }

    static Map<String, Object> reaction(
            String type, String channel, String ts, MessageState.Reaction reaction, String eventTs) {
        return of(
                "type",
                type,
                "user",
                reaction.user().value(),
                "reaction",
                reaction.name(),
                "item_user",
                "U1",
                "item",
                of("type", "message", "channel", channel, "ts", ts),
                "event_ts",
                eventTs);
    }

    static Map<String, Object> pin(String type, String channel, Map<String, Object> message, String eventTs) {
        return of(
                "type",
                type,
                "user",
                "U1",
                "channel_id",
                channel,
                "pin_count",
                1,
                "item",
                of("type", "message", "channel", channel, "created", 1, "created_by", "U1", "message", message),
                "event_ts",
                eventTs);
    }

    static Map<String, Object> fileDeleted(String channel, String file, String eventTs) {
        return of("type", "file_deleted", "file_id", file, "channel_ids", List.of(channel), "event_ts", eventTs);
    }

    private static String ts(Map<String, Object> message) {
        return String.valueOf(message.get("ts"));
    }
}
