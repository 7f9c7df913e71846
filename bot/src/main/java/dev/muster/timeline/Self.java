package dev.muster.timeline;

import java.util.Optional;

/**
 * Who the bot itself is in Slack.
 *
 * @param appId blank where that is not known
 * @param teamId the workspace that it is installed in; blank where that is not known
 */
public record Self(String userId, String botId, String appId, String teamId) {

    public Self(String userId, String botId) {
        this(userId, botId, "", "");
    }

    /** The same, and what the envelope of an event tells of the app and of its workspace. */
    public Self toldBy(Fields envelope) {
        String team = envelope.list("authorizations").stream()
                .findFirst()
                .flatMap(installed -> installed.text("team_id"))
                .or(() -> envelope.text("team_id"))
                .orElse(teamId);
        return new Self(userId, botId, envelope.text("api_app_id").orElse(appId), team);
    }

    /** Whether a message, an edit or a deletion is the bot's own doing. */
    boolean wrote(Fields message) {
        return isMe(message.plain("user")) || isMe(message.plain("bot_id")) || isMe(message.plain("app_id"));
    }

    /**
     * The author's workspace, if that is another one (Slack Connect). Where the own one is not known, only {@code
     * user_team} is believed, which messages in shared channels alone have.
     */
    Optional<String> otherTeam(Fields message) {
        Optional<String> team = message.text("user_team");
        if (!teamId.isEmpty()) {
            team = team.or(() -> message.text("team"))
                    .or(() -> message.object("user_profile").text("team"));
        }
        return team.filter(id -> !id.isBlank() && !id.equals(teamId));
    }

    private boolean isMe(String id) {
        return !id.isEmpty() && (id.equals(userId) || id.equals(botId) || id.equals(appId));
    }
}
