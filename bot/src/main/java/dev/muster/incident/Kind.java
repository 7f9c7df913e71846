package dev.muster.incident;

import java.util.Locale;

/** What a line of the timeline is about. The names are part of the export and never change. */
public enum Kind {
    DECLARED,
    SEVERITY,
    STAGE,
    ROLE,
    HANDOVER,
    MESSAGE,
    MESSAGE_EDITED,
    MESSAGE_DELETED,
    REACTION_ADDED,
    REACTION_REMOVED,
    PINNED,
    UNPINNED,
    JOINED,
    LEFT,
    TOPIC,
    RENAMED,
    FILE,
    UPDATE,
    NOTE,
    DECISION,
    IMPACT,
    ACTION,
    RUNBOOK,
    POSTMORTEM,
    ALERT,
    LINK,
    PAGE,
    GAP,
    REDACTED,
    BOT;

    /** The name in exports and in the database, e.g. {@code message_edited}. */
    public String lasting() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String lasting) {
        return valueOf(lasting.toUpperCase(Locale.ROOT));
    }
}
