package dev.muster.workspace.state;

/** Word that something changed; whoever is told looks up what it is now. */
public record Notice(Kind kind, String channel, String ts, String user) {
    /** What changed. */
    public enum Kind {
        MESSAGE,
        MESSAGE_CHANGED,
        MESSAGE_DELETED,
        EPHEMERAL,
        EPHEMERAL_DELETED,
        REACTION,
        PIN,
        CHANNEL,
        VIEWS,
        HOME,
        UNREAD
    }

    public static Notice message(Kind kind, String channel, String ts) {
        return new Notice(kind, channel, ts, "");
    }

    public static Notice channel(String channel) {
        return new Notice(Kind.CHANNEL, channel, "", "");
    }

    public static Notice of(Kind kind, String user) {
        return new Notice(kind, "", "", user);
    }
}
