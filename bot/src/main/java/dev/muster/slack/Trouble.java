package dev.muster.slack;

import java.util.Set;

/**
 * What an error of Slack's means for what is to be done next: one table for all methods (docs.slack.dev, "Errors" of each
 * method). What does not stand in it is taken to be final, and is shown, as Slack adds new ones without notice.
 */
enum Trouble {
    /** It may pass: tried again by itself, later each time. */
    PASSING(
            "",
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org",
            "external_channel_migrating"),
    /** Too much at once: tried again when Slack allows. */
    RATE("", "ratelimited", "rate_limited", "too_many_requests", "message_limit_exceeded"),
    /** It is as it should be: nothing is left to do. */
    DONE("", "already_in_channel", "already_archived", "already_pinned", "already_reacted", "no_reaction"),
    /** The bot is not in the channel: it goes in by itself, where Slack lets it. */
    OUTSIDE("Invite the bot to the channel, then try again: `/incident doctor retry`.", "not_in_channel"),
    /** The channel is put away or deleted: its incident gets another one. */
    CHANNEL_GONE("The channel is gone.", "channel_not_found", "is_archived", "is_inactive"),
    /** The message or thread is not there any more: it is posted again where that matters. */
    MESSAGE_GONE("The message is gone.", "message_not_found", "thread_not_found"),
    /** The person is not to be reached: others are told. */
    PERSON_GONE(
            "That person cannot be reached in this workspace any more.",
            "user_not_found",
            "users_not_found",
            "user_disabled",
            "user_not_visible",
            "cannot_dm_bot",
            "messages_tab_disabled"),
    /** Slack does not permit it: a person must change that. */
    FORBIDDEN(
            "An admin of the workspace must permit it, then: `/incident doctor retry`.",
            "missing_scope",
            "not_allowed_token_type",
            "restricted_action",
            "restricted_action_read_only_channel",
            "restricted_action_thread_only_channel",
            "restricted_action_non_threadable_channel",
            "restricted_action_thread_locked",
            "user_is_restricted",
            "ekm_access_denied",
            "no_permission",
            "permission_denied",
            "cannot_create_channel",
            "file_uploads_disabled"),
    /** Until somebody replaces the token nothing can be said, and nothing may be lost. */
    DEAD_TOKEN("", "invalid_auth", "not_authed", "token_revoked", "account_inactive", "token_expired"),
    /** Slack does not take what we made: it is said in plain words instead. */
    OURS(
            "This is a fault of Muster's; please report it.",
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_arguments",
            "msg_blocks_too_long",
            "msg_too_long",
            "metadata_too_large",
            "invalid_metadata_format",
            "block_mismatch",
            "too_many_attachments"),
    /** Nobody knows this one. */
    UNKNOWN("Whoever runs Muster can look it up at docs.slack.dev; then: `/incident doctor retry`.");

    private final String remedy;
    private final Set<String> errors;

    Trouble(String remedy, String... errors) {
        this.remedy = remedy;
        this.errors = Set.of(errors);
    }

    /** What kind of trouble an error is, by Slack's name for it. */
    static Trouble of(String error) {
        for (Trouble kind : values()) {
            if (kind.errors.contains(error)) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /** What a person can do about it; empty where it mends itself. */
    String remedy() {
        return remedy;
    }
}
