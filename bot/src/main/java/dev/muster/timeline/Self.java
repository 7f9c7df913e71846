package dev.muster.timeline;

/** Who the bot itself is in Slack. */
public record Self(String userId, String botId) {

    /** Whether a message, an edit or a deletion is the bot's own doing. */
    boolean wrote(Fields message) {
        return isMe(message.plain("user")) || isMe(message.plain("bot_id"));
    }

    private boolean isMe(String id) {
        return !id.isEmpty() && (id.equals(userId) || id.equals(botId));
    }
}
