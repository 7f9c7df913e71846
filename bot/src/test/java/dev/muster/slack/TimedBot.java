package dev.muster.slack;

import dev.muster.config.Settings;
import dev.muster.config.SettingsFile;
import dev.muster.main.Bot;
import dev.muster.testing.BotRig;
import dev.muster.testing.MovedClock;
import dev.muster.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** A bot on a clock that the test moves, in a workspace that keeps the same time. */
final class TimedBot implements AutoCloseable {

    final MovedClock clock = new MovedClock();
    final Workspace workspace = Workspace.builder().clock(clock).start();
    final Settings settings;
    final URI address;
    private final Bot bot;
    private final HttpClient http = HttpClient.newHttpClient();

    private TimedBot(String database, boolean down, boolean socket) throws Exception {
        workspace.faults().down(down);
        Map<String, String> more = socket ? Map.of("SLACK_APP_TOKEN", workspace.appToken()) : Map.of();
        settings = SettingsFile.read(BotRig.environment(workspace, database, more));
        bot = new Bot(settings, clock, 1);
        address = bot.start();
        if (!socket) {
            workspace.connect(address.resolve("slack/events"));
        }
    }

    static TimedBot start(String database) throws Exception {
        return new TimedBot(database, false, false);
    }

    /** While Slack cannot be reached. */
    static TimedBot startAlone(String database) throws Exception {
        return new TimedBot(database, true, false);
    }

    /** Through a socket of its own instead of HTTP. */
    static TimedBot startWithSocket(String database) throws Exception {
        return new TimedBot(database, false, true);
    }

    HttpResponse<String> get(String path) {
        try {
            return http.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Declares the first incident, and waits until its channel is complete; the channel's name. */
    String declare(String words) {
        workspace.as("ann").slash("general", "/incident declare " + words);
        BotRig.await(
                "a pinned card",
                () -> workspace.channels().size() == 3
                        && workspace.channels().get(2).path("pins").size() == 1);
        Tables tables = new Tables(settings);
        BotRig.await("nothing left to do", tables::isSettled);
        return workspace.channels().get(2).path("name").asText();
    }

    boolean says(String channel, String text) {
        return workspace.messages(channel).stream()
                .anyMatch(message -> message.path("text").asText().contains(text));
    }

    boolean isReady() {
        return get("/health/ready").statusCode() == 200;
    }

    @Override
    public void close() throws Exception {
        bot.close();
        workspace.close();
    }
}
