package sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app runs against the workspace as it would against Slack, by either way, without a line of it being different. */
class TicketAppTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String MANIFEST =
            """
            {"display_information": {"name": "Tickets"},
             "features": {"slash_commands": [{"command": "/ticket", "description": "Make a ticket"}]}}""";

    @TempDir
    private Path folder;

    private String manifest() throws Exception {
        return Files.writeString(folder.resolve("manifest.json"), MANIFEST).toString();
    }

    private static Slack slack(StandAlone workspace) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(workspace.get("api url"));
        return Slack.getInstance(config);
    }

    private static App app(StandAlone workspace, Slack slack) {
        return TicketApp.of(AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(workspace.get("bot token"))
                .signingSecret(workspace.get("signing secret"))
                .build());
    }

    @Test
    void worksOverHttp() throws Exception {
        try (OverHttp bolt = new OverHttp();
                StandAlone workspace = new StandAlone(
                        "--manifest",
                        manifest(),
                        "--request-url",
                        bolt.address().toString())) {
            bolt.start(app(workspace, slack(workspace)));

            story(workspace);
        }
    }

    @Test
    void worksOverASocket() throws Exception {
        try (StandAlone workspace = new StandAlone("--manifest", manifest())) {
            Slack slack = slack(workspace);
            try (OverSocket bolt = new OverSocket(slack, workspace.get("app token"), app(workspace, slack))) {
                bolt.start();

                story(workspace);
            }
        }
    }

    private static void story(StandAlone workspace) {
        String channel = workspace.channel("general");
        expectOk(command(workspace, channel, "/invite @tickets"));

        expectOk(command(workspace, channel, "/ticket The printer is on fire"));
        assertThat(texts(workspace, channel)).contains("Ticket: The printer is on fire");
        assertThat(texts(workspace, channel)).contains("A ticket was made: The printer is on fire");

        expectOk(press(workspace, channel, "Ticket: The printer is on fire"));
        assertThat(texts(workspace, channel)).contains("Ticket: The printer is on fire (taken by <@U0ANN>)");

        expectOk(command(workspace, channel, "/ticket"));
        assertThat(submit(workspace, "x").getAsJsonObject("errors").get("title").getAsString())
                .isEqualTo("Say a little more");
        expectOk(submit(workspace, "No paper"));
        assertThat(texts(workspace, channel)).contains("Ticket: No paper");

        String asked = post(workspace, channel, "how do I make a ticket?");
        assertThat(replyTo(workspace, channel, asked)).isEqualTo("Type /ticket");
    }

    private static void expectOk(JsonObject answer) {
        assertThat(answer.get("ok").getAsBoolean()).as(answer.toString()).isTrue();
    }

    private static JsonObject object(String... pairs) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            object.addProperty(pairs[i], pairs[i + 1]);
        }
        return object;
    }

    private static JsonObject command(StandAlone workspace, String channel, String line) {
        return workspace.act("command", object("channel", channel, "text", line));
    }

    private static String post(StandAlone workspace, String channel, String text) {
        return workspace
                .act("post", object("channel", channel, "text", text))
                .get("ts")
                .getAsString();
    }

    private static List<JsonObject> messages(StandAlone workspace, String path) {
        List<JsonObject> messages = new ArrayList<>();
        for (JsonElement message : workspace.read(path).getAsJsonArray("messages")) {
            messages.add(message.getAsJsonObject());
        }
        return messages;
    }

    private static List<String> texts(StandAlone workspace, String channel) {
        return messages(workspace, "messages?as=ann&channel=" + channel).stream()
                .map(message -> message.get("text").getAsString())
                .toList();
    }

    private static JsonObject press(StandAlone workspace, String channel, String text) {
        JsonObject message = messages(workspace, "messages?as=ann&channel=" + channel).stream()
                .filter(one -> one.get("text").getAsString().equals(text))
                .findFirst()
                .orElseThrow();
        JsonObject button = message.getAsJsonArray("blocks")
                .get(1)
                .getAsJsonObject()
                .getAsJsonArray("elements")
                .get(0)
                .getAsJsonObject();
        button.add(
                "block_id",
                message.getAsJsonArray("blocks").get(1).getAsJsonObject().get("block_id"));
        JsonObject body = new JsonObject();
        body.add("action", button);
        body.add(
                "container",
                object(
                        "type",
                        "message",
                        "channel",
                        channel,
                        "ts",
                        message.get("ts").getAsString()));
        return workspace.act("action", body);
    }

    private static JsonObject submit(StandAlone workspace, String title) {
        JsonElement view =
                workspace.read("views?as=ann").getAsJsonArray("views").get(0);
        String state =
                "{\"values\":{\"title\":{\"title\":{\"type\":\"plain_text_input\",\"value\":\"" + title + "\"}}}}";
        JsonObject body = object("view_id", view.getAsJsonObject().get("id").getAsString());
        body.add("state", JsonParser.parseString(state));
        return workspace.act("submit", body);
    }

    /** Events come when they come; so it is looked for until it is there. */
    private static String replyTo(StandAlone workspace, String channel, String ts) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            List<JsonObject> thread = messages(workspace, "replies?as=ann&channel=" + channel + "&ts=" + ts);
            if (thread.size() > 1) {
                return thread.get(1).get("text").getAsString();
            }
        }
        throw new AssertionError("nobody answered " + ts);
    }
}
