package dev.muster.timeline;

import dev.muster.incident.Kind;
import dev.muster.incident.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The messages by which Slack itself tells of a change. Its list of them is open-ended. */
final class Notices {

    private static final Map<String, Kind> KINDS = Map.of(
            "channel_join", Kind.JOINED,
            "channel_leave", Kind.LEFT,
            "channel_topic", Kind.TOPIC,
            "channel_purpose", Kind.TOPIC,
            "channel_name", Kind.RENAMED);

    /** Ways in which somebody says something, and no news of the channel's. */
    private static final Set<String> TALK = Set.of("", "bot_message", "file_share", "me_message", "thread_broadcast");

    private final Names names;
    private final PlainText text;

    Notices(Names names) {
        this.names = names;
        this.text = new PlainText(names);
    }

    static Kind kind(Fields message, Kind usual) {
        return KINDS.getOrDefault(subtype(message), usual);
    }

    /** What the notice tells, apart from its words. */
    Map<String, Object> data(Fields message) {
        Map<String, Object> data = new LinkedHashMap<>();
        switch (subtype(message)) {
            case "channel_join" -> inviter(message).ifPresent(person -> data.put("inviter", person));
            case "channel_leave" -> {
                // Who left is the line's actor.
            }
            case "channel_topic" ->
                message.text("topic").map(text::decode).ifPresent(topic -> data.put("topic", topic));
            case "channel_purpose" ->
                message.text("purpose").map(text::decode).ifPresent(purpose -> data.put("purpose", purpose));
            case "channel_name" -> {
                message.text("old_name").ifPresent(name -> data.put("from", name));
                message.text("name").ifPresent(name -> data.put("to", name));
            }
            default ->
                Optional.of(message.plain("subtype"))
                        .filter(subtype -> !TALK.contains(subtype))
                        .ifPresent(subtype -> data.put("subtype", subtype));
        }
        return data;
    }

    /** What is written of a message that shows nothing. */
    static String silence(Fields message) {
        String subtype = message.plain("subtype");
        if (subtype.equals("ekm_access_denied")) {
            return "(a message that Slack withholds, because access to its key was revoked)";
        }
        return "(a " + (subtype.isBlank() ? "message" : subtype) + " without text)";
    }

    private Optional<Map<String, Object>> inviter(Fields message) {
        return message.text("inviter")
                .filter(id -> !id.isBlank())
                .map(id -> Map.of("id", id, "name", names.of(new UserId(id))));
    }

    /** Private channels have the same notices under another name. */
    private static String subtype(Fields message) {
        return message.plain("subtype").replaceFirst("^group_", "channel_");
    }
}
