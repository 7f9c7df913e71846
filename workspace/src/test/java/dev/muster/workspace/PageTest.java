package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageTest extends WorkspaceCase {
    private String ui() {
        return workspace.url() + "ui/";
    }

    private JsonNode read(String pathAndQuery) {
        return Json.read(api.get(ui() + pathAndQuery).body()).orElseThrow();
    }

    private HttpResponse<String> act(String path, String body) {
        return api.send(HttpRequest.newBuilder(URI.create(ui() + path))
                .header("Content-Type", "application/json")
                .header("X-Workspace", "1")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode done(String path, String body) {
        return Json.read(act(path, body).body()).orElseThrow();
    }

    @Test
    void answersToItsOwnNamesOnly() throws IOException {
        assertThat(statusFor("127.0.0.1:" + workspace.url().getPort())).contains(" 200 ");
        assertThat(statusFor("localhost:" + workspace.url().getPort())).contains(" 200 ");
        assertThat(statusFor("evil.example:" + workspace.url().getPort())).contains(" 421 ");
        assertThat(statusFor("127.0.0.1")).contains(" 421 ");
    }

    private String statusFor(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", workspace.url().getPort())) {
            String request = "GET /ui/state?as=U0ANN HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void forbidsForeignContentAndForeignPosts() {
        HttpResponse<String> front = api.get(workspace.url().toString());
        HttpResponse<String> foreign =
                api.postJson(ui() + "post", "{\"as\":\"U0ANN\",\"channel\":\"" + incidents + "\",\"text\":\"x\"}");

        assertThat(front.statusCode()).isEqualTo(200);
        assertThat(front.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(api.get(workspace.url() + "assets/../Workspace.class").statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void showsEachPersonTheirOwnState() {
        ann().create("secret", true);
        workspace.as("bob").post("incidents", "@ann please look");

        JsonNode anns = read("state?as=U0ANN");
        JsonNode bobs = read("state?as=U0BOB");

        assertThat(anns.path("me").path("handle").asText()).isEqualTo("ann");
        assertThat(anns.path("channels").findValuesAsText("name")).contains("secret");
        assertThat(bobs.path("channels").findValuesAsText("name")).doesNotContain("secret");
        assertThat(channel(anns).path("unread").asInt()).isEqualTo(1);
        assertThat(channel(anns).path("mentions").asInt()).isEqualTo(1);
        assertThat(channel(bobs).path("unread").asInt()).isZero();
        assertThat(anns.path("app").path("commands").path(0).path("command").asText())
                .isEqualTo("/incident");
        done("read", "{\"as\":\"U0ANN\",\"channel\":\"" + incidents + "\"}");
        assertThat(channel(read("state?as=U0ANN")).path("unread").asInt()).isZero();
    }

    private JsonNode channel(JsonNode state) {
        return Json.items(state.path("channels")).stream()
                .filter(channel -> channel.path("id").asText().equals(incidents))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void letsPeopleTalk() {
        String ts = done("post", "{\"as\":\"U0ANN\",\"channel\":\"" + incidents + "\",\"text\":\"hello\"}")
                .path("ts")
                .asText();
        String where = "{\"as\":\"U0ANN\",\"channel\":\"" + incidents + "\",\"ts\":\"" + ts + "\"";
        done("react", where + ",\"name\":\"eyes\"}");
        done("pin", where + "}");
        done("edit", where + ",\"text\":\"hello all\"}");

        JsonNode message = read("messages?as=U0ANN&channel=" + incidents)
                .path("messages")
                .findParents("reactions")
                .get(0);
        assertThat(message.path("text").asText()).isEqualTo("hello all");
        assertThat(message.path("pinned").asBoolean()).isTrue();
        assertThat(message.path("reactions").path(0).path("count").asInt()).isEqualTo(1);
        assertThat(done("post", "{\"as\":\"U0ANN\",\"channel\":\"" + incidents + "\",\"text\":\"/incident\"}")
                        .path("error")
                        .asText())
                .isEqualTo("use /ui/command");
        assertThat(done("delete", where.replace("ANN", "BOB") + "}")
                        .path("error")
                        .asText())
                .isEqualTo("cant_delete_message");
    }

    @Test
    void showsWhispersToTheirReaderOnly() {
        api.ok("chat.postEphemeral", "channel", incidents, "user", ANN, "text", "psst");

        assertThat(read("messages?as=U0ANN&channel=" + incidents).toString()).contains("psst");
        assertThat(read("messages?as=U0BOB&channel=" + incidents).toString()).doesNotContain("psst");
    }

    @Test
    void sendsAFormAndGivesItsErrorsBack() {
        done("command", "{\"as\":\"U0ANN\",\"channel\":\"" + incidents + "\",\"text\":\"/incident\"}");
        String view = "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"T\"},\"submit\":"
                + "{\"type\":\"plain_text\",\"text\":\"Go\"},\"blocks\":[{\"type\":\"input\",\"block_id\":\"b\",\"label\":"
                + "{\"type\":\"plain_text\",\"text\":\"L\"},\"element\":{\"type\":\"plain_text_input\",\"action_id\":\"a\"}}]}";
        api.ok("views.open", "trigger_id", bot.last().field("trigger_id"), "view", view);
        String id = read("views?as=U0ANN").path("views").path(0).path("id").asText();
        String empty = "{\"as\":\"U0ANN\",\"view_id\":\"" + id + "\",\"state\":{\"values\":{}}}";
        String full = "{\"as\":\"U0ANN\",\"view_id\":\"" + id
                + "\",\"state\":{\"values\":{\"b\":{\"a\":{\"type\":\"plain_text_input\",\"value\":\"v\"}}}}}";

        assertThat(done("submit", empty).path("errors").has("b")).isTrue();
        assertThat(done("submit", full).path("ok").asBoolean()).isTrue();
        assertThat(bot.last()
                        .json()
                        .path("view")
                        .path("state")
                        .path("values")
                        .path("b")
                        .path("a")
                        .path("value")
                        .asText())
                .isEqualTo("v");
    }

    @Test
    void tellsOpenPagesWhatHappens() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", workspace.url().getPort())) {
            BufferedReader lines = feed(socket);

            String ts = workspace.as("bob").post("incidents", "news");
            JsonNode message = next(lines, "message");
            JsonNode unread = next(lines, "unread");
            JsonNode row = next(lines, "traffic");

            assertThat(message.path("message").path("ts").asText()).isEqualTo(ts);
            assertThat(unread.path("unread").asInt()).isEqualTo(1);
            assertThat(row.path("row").path("direction").asText()).isEqualTo("out");
        }
    }

    /** What ann's page is told. */
    private BufferedReader feed(Socket socket) throws IOException {
        socket.setSoTimeout((int) SOON.toMillis());
        String request = "GET /ui/events?as=U0ANN HTTP/1.1\r\nHost: 127.0.0.1:"
                + workspace.url().getPort() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertThat(next(lines, "hello").path("type").asText()).isEqualTo("hello");
        return lines;
    }

    @Test
    void tellsOpenPagesThatAChannelHasAnotherId() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", workspace.url().getPort())) {
            BufferedReader lines = feed(socket);

            String now = ann().share("incidents");
            JsonNode gone = next(lines, "channel").path("channel");
            JsonNode here = next(lines, "channel").path("channel");

            assertThat(gone.path("id").asText()).isEqualTo(incidents);
            assertThat(gone.path("is_member").asBoolean(true)).isFalse();
            assertThat(gone.path("is_private").asBoolean()).isTrue();
            assertThat(here.path("id").asText()).isEqualTo(now);
            assertThat(here.path("name").asText()).isEqualTo("incidents");
        }
    }

    /** The next event of a type. */
    private static JsonNode next(BufferedReader lines, String type) throws IOException {
        String line = lines.readLine();
        while (line != null) {
            if (line.startsWith("data: ") && line.contains("\"type\":\"" + type + "\"")) {
                JsonNode event = Json.read(line.substring("data: ".length())).orElseThrow();
                if (event.path("type").asText().equals(type)) {
                    return event;
                }
            }
            line = lines.readLine();
        }
        throw new AssertionError("no more events");
    }

    @Test
    void asksTheBotForTheChoicesOfAMenu() {
        String ts = api.ok(
                        "chat.postMessage",
                        "channel",
                        incidents,
                        "text",
                        "x",
                        "blocks",
                        "[{\"type\":\"actions\",\"block_id\":\"b\",\"elements\":[{\"type\":\"external_select\",\"action_id\":\"svc\"}]}]")
                .path("ts")
                .asText();
        bot.answer = any -> new FakeBot.Reply(
                200, "{\"options\":[{\"value\":\"pay\",\"text\":{\"type\":\"plain_text\",\"text\":\"Payments\"}}]}");

        JsonNode answer = done(
                "options",
                "{\"as\":\"U0ANN\",\"channel\":\"" + incidents + "\",\"ts\":\"" + ts
                        + "\",\"action_id\":\"svc\",\"block_id\":\"b\",\"value\":\"pa\"}");

        assertThat(answer.path("options").path(0).path("value").asText()).isEqualTo("pay");
        assertThat(bot.last().json().path("value").asText()).isEqualTo("pa");
    }
}
