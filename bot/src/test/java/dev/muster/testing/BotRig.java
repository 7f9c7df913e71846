package dev.muster.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.config.Settings;
import dev.muster.config.SettingsFile;
import dev.muster.main.Bot;
import dev.muster.workspace.Acting;
import dev.muster.workspace.Answer;
import dev.muster.workspace.Workspace;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/** The whole bot, as it is shipped, in a local workspace over real HTTP, on a database of the test's choice. */
public final class BotRig implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(20);

    public final Workspace workspace;
    public final Settings settings;
    public final URI address;

    private final Bot bot;
    private boolean stopped;

    private BotRig(Workspace workspace, Settings settings, Function<Settings, Bot> making) {
        this.workspace = workspace;
        this.settings = settings;
        try {
            bot = making.apply(settings);
            address = bot.start();
        } catch (Exception e) {
            throw new IllegalStateException("the bot did not start", e);
        }
        workspace.connect(address.resolve("slack/events"));
    }

    /** Starts a bot in a workspace of its own. */
    public static BotRig start(String database, Map<String, String> more) {
        return start(Workspace.builder().start(), database, more);
    }

    /** Starts a bot in a workspace that is there already. */
    public static BotRig start(Workspace workspace, String database, Map<String, String> more) {
        return new BotRig(workspace, SettingsFile.read(environment(workspace, database, more)), Bot::new);
    }

    /** Starts a bot in a workspace that keeps the same time as the clock. */
    public static BotRig start(Workspace workspace, String database, InstantSource clock) {
        return new BotRig(
                workspace,
                SettingsFile.read(environment(workspace, database, Map.of())),
                settings -> new Bot(settings, clock, 1));
    }

    /** What a bot's environment says so that it works in this workspace. */
    public static Map<String, String> environment(Workspace workspace, String database, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "MUSTER_SLACK_SHARE",
                "100",
                "SLACK_API_URL",
                workspace.apiUrl(),
                "SLACK_BOT_TOKEN",
                workspace.botToken(),
                "SLACK_SIGNING_SECRET",
                workspace.signingSecret(),
                "DATABASE_URL",
                database,
                "HOST",
                "127.0.0.1",
                "PORT",
                "0",
                "MUSTER_CONFIG",
                "../config/muster.yaml",
                "MUSTER_RUNBOOKS",
                "../runbooks"));
        environment.put("MUSTER_SCENARIOS", "../config/scenarios");
        environment.putAll(more);
        return environment;
    }

    public Acting as(String handle) {
        return workspace.as(handle);
    }

    /** Types a command in a channel, and fails if a person would have seen an error. */
    public Answer say(String handle, String channel, String words) {
        Answer answer = as(handle).slash(channel, "/incident " + words);
        if (!answer.ok()) {
            throw new AssertionError(words + ": " + answer);
        }
        return answer;
    }

    /** Declares an incident, and waits until its channel is complete; the channel's name. */
    public String declare(String handle, String words) {
        int before = incidentChannels().size();
        say(handle, "general", "declare --new " + words);
        await("a channel", () -> incidentChannels().size() > before);
        String name = incidentChannels().get(before).path("name").asText();
        await(
                "a pinned card and a bookmark",
                () -> channel(name).path("pins").size() == 1
                        && channel(name).path("bookmarks").size() == 1
                        && channel(name).path("members").toString().contains("U0" + handle.toUpperCase(Locale.ROOT)));
        return name;
    }

    public JsonNode channel(String name) {
        return workspace.channel(name).orElseThrow(() -> new AssertionError("there is no channel " + name));
    }

    public List<JsonNode> incidentChannels() {
        return workspace.channels().stream()
                .filter(channel -> channel.path("name").asText().startsWith("inc-"))
                .toList();
    }

    /** The texts in a channel, oldest first. */
    public List<String> texts(String channel) {
        return workspace.messages(channel).stream()
                .map(message -> message.path("text").asText())
                .toList();
    }

    /** The texts that the bot has sent somebody directly, oldest first. */
    public List<String> directs(String handle) {
        return workspace.dms(handle).stream()
                .map(message -> message.path("text").asText())
                .toList();
    }

    /** The id of the button with this label below a message. */
    public static String button(JsonNode message, String label) {
        return message.findValues("elements").stream()
                .flatMap(elements -> elements.findParents("action_id").stream())
                .filter(element -> element.at("/text/text").asText().equals(label))
                .map(element -> element.path("action_id").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " in " + message));
    }

    /** Waits until something is so; fails, saying what it waited for, if it does not come to be. */
    public static void await(String what, Supplier<Boolean> condition) {
        await(what, PATIENCE, condition);
    }

    /** The same, with more or less patience. */
    public static void await(String what, Duration patience, Supplier<Boolean> condition) {
        await(what, patience, LOOK, condition);
    }

    /** The same, for what is costly to look at: so long passes between two looks. */
    public static void await(String what, Duration patience, Duration pause, Supplier<Boolean> condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.get()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** Stops the bot and leaves the workspace. */
    public void stopBot() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            bot.close();
        } catch (Exception e) {
            throw new IllegalStateException("the bot did not stop", e);
        }
    }

    @Override
    public void close() {
        stopBot();
        workspace.close();
    }
}
