package dev.muster.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A workspace with a bot in `#incidents`, and a clock that tests move. */
abstract class WorkspaceCase {
    static final Duration SOON = Duration.ofSeconds(10);
    static final String ANN = "U0ANN";
    static final String BOB = "U0BOB";
    static final String BOT = "UBOT0MUSTER";
    final MutableClock clock = new MutableClock();
    FakeBot bot;
    Workspace workspace;
    Api api;
    String incidents;

    @BeforeEach
    void start() throws IOException {
        bot = new FakeBot();
        workspace = Workspace.builder()
                .clock(clock)
                .triggerClock(clock)
                .retryDelays(List.of(Duration.ZERO, Duration.ofMillis(5), Duration.ofMillis(5)))
                .start();
        workspace.connect(bot.url());
        api = new Api(workspace.apiUrl(), workspace.botToken());
        incidents = id("incidents");
        api.ok("conversations.join", "channel", incidents);
        workspace.awaitQuiet(SOON);
        bot.forget();
    }

    @AfterEach
    void stop() {
        workspace.close();
        bot.close();
    }

    String id(String channelName) {
        return workspace.channel(channelName).orElseThrow().path("id").asText();
    }

    Acting ann() {
        return workspace.as("ann");
    }

    /** The last thing said in `#incidents`. */
    JsonNode lastMessage() {
        List<JsonNode> messages = workspace.messages(incidents);
        return messages.get(messages.size() - 1);
    }

    void settle() {
        if (!workspace.awaitQuiet(SOON)) {
            throw new AssertionError("still busy: " + workspace.pushes());
        }
    }
}
