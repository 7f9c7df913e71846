package dev.muster.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Chat.NotNow;
import dev.muster.timeline.Reducer;
import dev.muster.timeline.Self;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workspace that the bot is in: whether it answers, who the bot is there, and what its history says. */
public final class Workspace {

    private static final Logger log = LoggerFactory.getLogger(Workspace.class);

    private final Web web;
    private final Directory directory;
    private volatile Optional<Self> self = Optional.empty();
    private volatile String trouble = "not asked yet";

    public Workspace(Web web, Directory directory) {
        this.web = web;
        this.directory = directory;
    }

    /** Asks Slack who the bot is. Never throws; see {@link #trouble}. */
    public void look() {
        try {
            AuthTestResponse answer = web.call("auth.test", slack -> slack.authTest(r -> r));
            self = Optional.of(new Self(answer.getUserId(), answer.getBotId(), "", answer.getTeamId()));
            trouble = "";
        } catch (NotNow | NotEver e) {
            tell(String.valueOf(e.getMessage()));
        }
    }

    /** The same trouble is told once. */
    private void tell(String found) {
        if (!found.equals(trouble)) {
            log.warn(
                    "Slack does not know the bot, and nothing is said until it does: {}. `muster doctor` says what to do.",
                    found);
        }
        trouble = found;
    }

    /** Who the bot is, when an event says that it is this user; by no other id until Slack has told it. */
    Self self(String user) {
        return self.filter(known -> user.isEmpty() || known.userId().equals(user))
                .orElse(new Self(user, user));
    }

    /** The bot's own user, or nothing until Slack has told it. */
    String userId() {
        return self.map(Self::userId).orElse("");
    }

    /** What kept Slack from accepting the bot when it was last asked; empty if nothing did. */
    public String trouble() {
        return trouble;
    }

    /** Fetches who is in the workspace; whether all of them are known now. What was learned stays. */
    public boolean learn() {
        try {
            directory.refresh();
            return true;
        } catch (NotNow | NotEver e) {
            log.info("not everybody is known yet: {}", e.getMessage());
            return false;
        }
    }

    /** What reads a channel's history. @throws NotNow while Slack has not said who the bot is */
    Reducer reducer() {
        Self known = self.orElseThrow(() -> NotNow.untried("Slack has not said yet who I am", Duration.ofSeconds(1)));
        return new Reducer(known, directory.names(true));
    }
}
