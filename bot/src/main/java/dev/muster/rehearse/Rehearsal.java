package dev.muster.rehearse;

import dev.muster.workspace.Workspace;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A workspace on this machine for the bot to work in: no Slack is needed, and none is touched. */
public final class Rehearsal implements AutoCloseable {

    private final Workspace workspace;

    /**
     * Opens the workspace.
     *
     * @param port where its page is; 0 for a free one
     * @param clock what time it is there, and for the bot
     */
    public Rehearsal(int port, InstantSource clock, double speed) {
        workspace = Workspace.builder().port(port).clock(clock).speed(speed).start();
    }

    /** The environment with the settings that make the bot work here, and nowhere else. */
    public Map<String, String> environment(Map<String, String> outside, String database) {
        Map<String, String> inside = new HashMap<>(outside);
        inside.put("SLACK_API_URL", workspace.apiUrl());
        inside.put("SLACK_BOT_TOKEN", workspace.botToken());
        inside.put("SLACK_SIGNING_SECRET", workspace.signingSecret());
        inside.put("SLACK_APP_TOKEN", "");
        inside.put("DATABASE_URL", database);
        inside.put("HOST", "127.0.0.1");
        inside.put("PORT", "0");
        return inside;
    }

    /** From now on what people do reaches the bot. */
    public void connect(URI bot) {
        workspace.connect(bot.resolve("slack/events"));
    }

    /** The page. */
    public URI page() {
        return workspace.url();
    }

    @Override
    public void close() {
        workspace.close();
    }
}
