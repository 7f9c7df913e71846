package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.api.FaultPlan.Fault;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatTest extends WorkspaceCase {
    private static final String METADATA = "{\"event_type\":\"promise\",\"event_payload\":{\"key\":\"k1\"}}";

    @Test
    void postsAsTheBot() {
        JsonNode answer = api.ok("chat.postMessage", "channel", incidents, "text", "a < b & c", "metadata", METADATA);
        settle();

        JsonNode event = bot.events("message").get(0);
        assertThat(answer.path("message").path("text").asText()).isEqualTo("a &lt; b &amp; c");
        assertThat(event.path("bot_id").asText()).isEqualTo("B0MUSTER");
        assertThat(event.path("app_id").asText()).isEqualTo("A0MUSTER");
        assertThat(event.path("user").asText()).isEqualTo(BOT);
        assertThat(event.path("metadata").path("event_payload").path("key").asText())
                .isEqualTo("k1");
        assertThat(first("").has("metadata")).isFalse();
        assertThat(first("true").path("metadata").path("event_type").asText()).isEqualTo("promise");
    }

    private JsonNode first(String metadata) {
        return api.ok("conversations.history", "channel", incidents, "include_all_metadata", metadata)
                .path("messages")
                .path(0);
    }

    @Test
    void takesJsonAsWellAsForms() {
        JsonNode answer = api.callJson(
                "chat.postMessage",
                "{\"channel\":\"" + incidents + "\",\"text\":\"hi\",\"blocks\":[{\"type\":\"divider\"}]}");

        assertThat(answer.path("message")
                        .path("blocks")
                        .path(0)
                        .path("block_id")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void refusesMessagesThatDoNotFit() {
        assertThat(api.error("chat.postMessage", "channel", incidents)).isEqualTo("no_text");
        assertThat(api.error("chat.postMessage", "channel", "C0", "text", "x")).isEqualTo("channel_not_found");
        assertThat(api.error("chat.postMessage", "channel", incidents, "blocks", "nonsense"))
                .isEqualTo("invalid_blocks_format");
        assertThat(api.error("chat.postMessage", "channel", incidents, "text", "x", "thread_ts", "1.1"))
                .isEqualTo("thread_not_found");
        assertThat(api.error(
                        "chat.postMessage", "channel", incidents, "text", "x", "metadata", "{\"event_type\":\"\"}"))
                .isEqualTo("invalid_metadata_schema");
    }

    @Test
    void cutsWhatIsLongerThanAMessageMayBe() {
        JsonNode answer = api.ok("chat.postMessage", "channel", incidents, "text", "x".repeat(40_001));

        assertThat(answer.path("message").path("text").asText()).hasSize(40_000);
    }

    @Test
    void namesThePlaceOfABadBlock() {
        JsonNode answer = api.call(
                "chat.postMessage",
                "channel",
                incidents,
                "text",
                "x",
                "blocks",
                "[{\"type\":\"divider\"},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"\"}}]");

        assertThat(answer.path("error").asText()).isEqualTo("invalid_blocks");
        assertThat(answer.path("response_metadata").path("messages").path(1).asText())
                .isEqualTo("[ERROR] must be more than 0 characters [json-pointer:/blocks/1/text/text]");
        assertThat(lastMessage().path("subtype").asText()).isEqualTo("channel_join");
    }

    @Test
    void updatesItsOwnMessagesOnly() {
        String mine = api.ok("chat.postMessage", "channel", incidents, "text", "one")
                .path("ts")
                .asText();
        String anns = ann().post("incidents", "two");

        JsonNode answer = api.ok("chat.update", "channel", incidents, "ts", mine, "text", "three");
        settle();

        assertThat(answer.path("text").asText()).isEqualTo("three");
        assertThat(bot.events("message_changed")).singleElement().satisfies(event -> {
            assertThat(event.path("message").path("text").asText()).isEqualTo("three");
            assertThat(event.path("message").path("blocks").toString()).contains("three");
            assertThat(event.path("previous_message").path("text").asText()).isEqualTo("one");
        });
        assertThat(api.error("chat.update", "channel", incidents, "ts", anns, "text", "x"))
                .isEqualTo("cant_update_message");
        assertThat(api.error("chat.update", "channel", incidents, "ts", "1.1", "text", "x"))
                .isEqualTo("message_not_found");
        assertThat(api.error("chat.update", "channel", incidents, "ts", mine, "text", "x".repeat(4001)))
                .isEqualTo("msg_too_long");
    }

    @Test
    void keepsBlocksThatAnUpdateDoesNotMention() {
        String ts = api.ok(
                        "chat.postMessage", "channel", incidents, "text", "one", "blocks", "[{\"type\":\"divider\"}]")
                .path("ts")
                .asText();

        api.ok("chat.update", "channel", incidents, "ts", ts, "text", "two");

        assertThat(lastMessage().path("blocks").path(0).path("type").asText()).isEqualTo("divider");
    }

    @Test
    void whispersToMembersOnly() {
        workspace.as("bob").leave("incidents");

        api.ok("chat.postEphemeral", "channel", incidents, "user", ANN, "text", "psst");

        assertThat(workspace.ephemerals("ann"))
                .singleElement()
                .satisfies(message -> assertThat(message.path("text").asText()).isEqualTo("psst"));
        assertThat(workspace.ephemerals("bob")).isEmpty();
        assertThat(workspace.messages(incidents).toString()).doesNotContain("psst");
        assertThat(api.error("chat.postEphemeral", "channel", incidents, "user", BOB, "text", "x"))
                .isEqualTo("user_not_in_channel");
        assertThat(api.error("chat.postEphemeral", "channel", id("general"), "user", ANN, "text", "x"))
                .isEqualTo("not_in_channel");
    }

    @Test
    void opensADirectConversationForAMessageToAPerson() {
        api.ok("chat.postMessage", "channel", ANN, "text", "you are IC");
        workspace.deactivate("finn");

        assertThat(workspace.dms("ann"))
                .singleElement()
                .satisfies(message -> assertThat(message.path("text").asText()).isEqualTo("you are IC"));
        assertThat(api.error("chat.postMessage", "channel", "U0FINN", "text", "x"))
                .isEqualTo("user_disabled");
    }

    @Test
    void refusesRealTokensAndForgetsThem() {
        for (String token : new String[] {"xoxb-1-2", "xoxp-1", "xapp-1", "xoxe.xoxb-1"}) {
            assertThat(new Api(workspace.apiUrl(), token).error("auth.test")).isEqualTo("real_token_refused");
            assertThat(api.error("auth.test", "token", token)).isEqualTo("real_token_refused");
        }

        assertThat(workspace.calls("auth.test")).isEmpty();
    }

    @Test
    void asksForItsOwnToken() {
        assertThat(new Api(workspace.apiUrl(), "wrong").error("auth.test")).isEqualTo("invalid_auth");
        assertThat(api.get(workspace.apiUrl() + "auth.test").body()).contains("not_authed");
        assertThat(api.error("no.such.method")).isEqualTo("unknown_method");
        assertThat(api.ok("auth.test").path("bot_id").asText()).isEqualTo("B0MUSTER");
        assertThat(workspace.calls().toString()).doesNotContain(workspace.botToken());
    }

    @Test
    void failsAsOftenAsAsked() {
        workspace.faults().fail("chat.postMessage", "internal_error", 1).rateLimit("chat.update", 7, 1);
        workspace.faults().status("users.list", 502, 1);

        assertThat(api.error("chat.postMessage", "channel", incidents, "text", "x"))
                .isEqualTo("internal_error");
        api.ok("chat.postMessage", "channel", incidents, "text", "x");
        HttpResponse<String> limited = api.post("chat.update");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("7");
        assertThat(api.post("users.list").statusCode()).isEqualTo(502);
        api.ok("users.list");
    }

    @Test
    void actsAndThenCutsTheLine() {
        workspace.faults().dropAfterActing("chat.postMessage", 1);

        assertThatThrownBy(() -> api.call("chat.postMessage", "channel", incidents, "text", "did it arrive?"))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(lastMessage().path("text").asText()).isEqualTo("did it arrive?");
        assertThat(workspace.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void goesWrongAsItIsDecidedCallByCall() {
        workspace
                .faults()
                .decide((method, arguments) -> switch (arguments.path("text").asText()) {
                    case "no" -> Optional.of(Fault.error("internal_error"));
                    case "cut" -> Optional.of(Fault.dropBeforeActing());
                    default -> Optional.empty();
                });

        assertThat(api.error("chat.postMessage", "channel", incidents, "text", "no"))
                .isEqualTo("internal_error");
        api.ok("chat.postMessage", "channel", incidents, "text", "yes");
        assertThatThrownBy(() -> api.call("chat.postMessage", "channel", incidents, "text", "cut"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(lastMessage().path("text").asText()).isEqualTo("yes");

        workspace.faults().clear();
        api.ok("chat.postMessage", "channel", incidents, "text", "no");
    }

    @Test
    void isNotThereWhileItIsDown() {
        workspace.faults().down(true);
        assertThatThrownBy(() -> api.call("auth.test")).isInstanceOf(UncheckedIOException.class);

        workspace.faults().clear();
        api.ok("auth.test");
    }

    @Test
    void takesItsTimeWhenAsked() {
        workspace.faults().delay("auth.test", Duration.ofMillis(200));

        api.ok("auth.test");

        assertThat(workspace.calls("auth.test").get(0).millis()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void keepsWhatIsSaidOfAPictureForWhoeverDoesNotSeeIt() {
        JsonNode announced =
                api.ok("files.getUploadURLExternal", "filename", "a.png", "length", "5", "alt_txt", "Two columns");
        api.postJson(announced.path("upload_url").asText(), "fiver");
        String files = "[{\"id\":\"" + announced.path("file_id").asText() + "\"}]";
        api.ok("files.completeUploadExternal", "files", files, "channel_id", incidents);

        JsonNode file = lastMessage().path("files").path(0);
        assertThat(file.path("alt_txt").asText()).isEqualTo("Two columns");
        assertThat(file.path("mimetype").asText()).isEqualTo("image/png");
        assertThat(api.error(
                        "files.getUploadURLExternal", "filename", "a.png", "length", "5", "alt_txt", "x".repeat(1001)))
                .isEqualTo("invalid_arguments");
    }

    @Test
    void takesFilesInThreeSteps() {
        JsonNode announced = api.ok("files.getUploadURLExternal", "filename", "report.md", "length", "5");
        String upload = announced.path("upload_url").asText();
        String id = announced.path("file_id").asText();
        String files = "[{\"id\":\"" + id + "\",\"title\":\"Report\"}]";

        assertThat(api.error("files.completeUploadExternal", "files", files)).isEqualTo("file_not_found");
        assertThat(api.postJson(upload, "four").statusCode()).isEqualTo(400);
        assertThat(api.postJson(upload, "fiver").statusCode()).isEqualTo(200);
        api.ok("files.completeUploadExternal", "files", files, "channel_id", incidents);

        assertThat(lastMessage().path("files").path(0).path("title").asText()).isEqualTo("Report");
        assertThat(api.error("files.getUploadURLExternal", "filename", "x", "length", "0"))
                .isEqualTo("invalid_arguments");
    }
}
