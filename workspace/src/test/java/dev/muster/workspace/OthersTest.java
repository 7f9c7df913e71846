package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other apps, and people of other workspaces. */
class OthersTest extends WorkspaceCase {
    private ActingApp pager;

    @BeforeEach
    void install() {
        pager = workspace.asApp("pager-bot");
    }

    private static ObjectNode alert() {
        ObjectNode message = Json.object().put("text", "");
        message.putArray("attachments").addObject().put("fallback", "disk full").put("color", "ff0000");
        return message;
    }

    private JsonNode inHistory(String ts) {
        return Json.items(api.ok("conversations.history", "channel", incidents).path("messages")).stream()
                .filter(message -> message.path("ts").asText().equals(ts))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void appsOfTodayAreUsersAndBots() {
        pager.post("incidents", "disk full on <@U0ANN>'s host");

        JsonNode event = bot.last().event();

        assertThat(event.has("subtype")).isFalse();
        assertThat(event.has("client_msg_id")).isFalse();
        assertThat(event.path("user").asText()).isEqualTo(pager.userId());
        assertThat(event.path("bot_id").asText()).isEqualTo(pager.botId());
        assertThat(event.path("app_id").asText()).isEqualTo(pager.appId());
        assertThat(event.path("bot_profile").path("name").asText()).isEqualTo("pager-bot");
        assertThat(event.path("text").asText()).isEqualTo("disk full on <@U0ANN>'s host");
    }

    @Test
    void theirUsersAndBotsCanBeLookedUp() {
        JsonNode user = api.ok("users.info", "user", pager.userId()).path("user");
        JsonNode found = api.ok("bots.info", "bot", pager.botId()).path("bot");

        assertThat(user.path("is_bot").asBoolean()).isTrue();
        assertThat(user.path("profile").path("bot_id").asText()).isEqualTo(pager.botId());
        assertThat(found.path("name").asText()).isEqualTo("pager-bot");
        assertThat(found.path("user_id").asText()).isEqualTo(pager.userId());
        assertThat(api.ok("bots.info").path("bot").path("id").asText()).isEqualTo("B0MUSTER");
        assertThat(api.error("bots.info", "bot", "B0NOBODY")).isEqualTo("bot_not_found");
        assertThat(workspace.people()).extracting(Person::handle).doesNotContain("pager-bot");
    }

    @Test
    void oldAppsAreNoUsers() {
        String ts = pager.postClassic("incidents", alert());

        JsonNode event = bot.last().event();

        assertThat(event.path("subtype").asText()).isEqualTo("bot_message");
        assertThat(event.path("bot_id").asText()).isEqualTo(pager.botId());
        assertThat(event.path("username").asText()).isEqualTo("pager-bot");
        assertThat(event.path("text").asText("none")).isEmpty();
        assertThat(event.path("attachments").path(0).path("fallback").asText()).isEqualTo("disk full");
        assertThat(event.has("user")).isFalse();
        assertThat(event.has("bot_profile")).isFalse();
        assertThat(inHistory(ts).has("user")).isFalse();
    }

    @Test
    void theirMessagesMayHoldBlocksThatNobodyKnowsYet() {
        ObjectNode message = Json.object();
        message.putArray("blocks").addObject().put("type", "carousel");

        pager.post("incidents", message);

        assertThat(bot.last().event().path("blocks").path(0).path("type").asText())
                .isEqualTo("carousel");
        assertThat(bot.last().event().path("text").asText("none")).isEmpty();
    }

    @Test
    void theyAnswerInThreads() {
        String root = pager.postClassic("incidents", "disk full");
        ann().reply("incidents", root, "on it");
        pager.postClassic("incidents", Json.object().put("text", "solved").put("thread_ts", root));

        assertThat(bot.last().event().path("thread_ts").asText()).isEqualTo(root);
        assertThat(Json.texts(inHistory(root).path("reply_users"))).containsExactly(ANN, pager.botId());
    }

    @Test
    void theyChangeAndDeleteOnlyTheirOwn() {
        String anns = ann().post("incidents", "mine");
        String alert = pager.postClassic("incidents", alert());

        ObjectNode solved = alert();
        solved.withArray("attachments").addObject().put("fallback", "solved");
        pager.edit("incidents", alert, solved);
        JsonNode event = bot.last().event();
        pager.delete("incidents", alert);

        assertThat(event.path("message").path("edited").path("user").asText()).isEqualTo(pager.botId());
        assertThat(event.path("message").path("attachments")).hasSize(2);
        assertThat(event.path("previous_message").path("attachments")).hasSize(1);
        assertThat(bot.last().event().path("deleted_ts").asText()).isEqualTo(alert);
        assertThatThrownBy(() -> pager.edit("incidents", anns, Json.object().put("text", "stolen")))
                .hasMessageContaining("cant_update_message");
    }

    @Test
    void reactingToAnOldAppNamesNoUser() {
        String ts = pager.postClassic("incidents", "disk full");
        ann().react("incidents", ts, "eyes");

        assertThat(bot.last().event().has("item_user")).isFalse();
    }

    @Test
    void unfurlingAddsWhatIsBehindALinkAndIsNoEdit() {
        String ts = ann().post("incidents", "see https://example.com/graph");
        ArrayNode preview = Json.array();
        preview.addObject().put("from_url", "https://example.com/graph").put("title", "CPU");

        pager.unfurl("incidents", ts, preview);
        JsonNode event = bot.last().event();
        pager.unfurl("incidents", ts, Json.array());

        assertThat(event.path("subtype").asText()).isEqualTo("message_changed");
        assertThat(event.path("message").path("user").asText()).isEqualTo(ANN);
        assertThat(event.path("message")
                        .path("attachments")
                        .path(0)
                        .path("title")
                        .asText())
                .isEqualTo("CPU");
        assertThat(event.path("message").has("edited")).isFalse();
        assertThat(event.path("previous_message").has("attachments")).isFalse();
        assertThat(bot.last().event().path("message").has("attachments")).isFalse();
    }

    @Test
    void strangersBringTheirTeam() {
        Acting rob = workspace.asStranger("rob", "T0PARTNER", "incidents");
        rob.post("incidents", "hello from outside");
        JsonNode said = bot.last().json();
        ann().post("incidents", "welcome");
        JsonNode answered = bot.last().json();

        assertThat(said.path("is_ext_shared_channel").asBoolean()).isTrue();
        assertThat(said.path("team_id").asText()).isEqualTo("T0PARTNER");
        assertThat(said.path("context_team_id").asText()).isEqualTo("T0LOCAL");
        assertThat(said.path("authorizations").path(0).path("team_id").asText()).isEqualTo("T0LOCAL");
        assertThat(said.path("event").path("user_team").asText()).isEqualTo("T0PARTNER");
        assertThat(said.path("event").path("source_team").asText()).isEqualTo("T0PARTNER");
        assertThat(answered.path("is_ext_shared_channel").asBoolean()).isTrue();
        assertThat(answered.path("team_id").asText()).isEqualTo("T0LOCAL");
        assertThat(answered.path("event").path("user_team").asText()).isEqualTo("T0LOCAL");
        assertThat(bot.events("member_joined_channel"))
                .singleElement()
                .satisfies(event -> assertThat(event.path("team").asText()).isEqualTo("T0PARTNER"));
    }

    @Test
    void strangersAreNotOnTheListButCanBeLookedUp() {
        workspace.asStranger("rob", "T0PARTNER", "incidents");

        JsonNode rob = api.ok("users.info", "user", "U0ROB").path("user");

        assertThat(rob.path("team_id").asText()).isEqualTo("T0PARTNER");
        assertThat(rob.path("is_stranger").asBoolean()).isTrue();
        assertThat(rob.path("profile").has("email")).isFalse();
        assertThat(api.ok("users.list").findValuesAsText("id")).doesNotContain("U0ROB");
        assertThat(api.ok("conversations.info", "channel", incidents)
                        .path("channel")
                        .path("is_ext_shared")
                        .asBoolean())
                .isTrue();
        assertThatThrownBy(() -> workspace.asStranger("ann", "T0PARTNER", "incidents"))
                .hasMessageContaining("user_already_team_member");
    }

    @Test
    void aStrangersFileMustBeAskedFor() {
        String ts = workspace.asStranger("rob", "T0PARTNER", "incidents").upload("incidents", "trace.log", "boom");

        JsonNode file = bot.last().event().path("files").path(0);
        String id = file.path("id").asText();

        assertThat(file)
                .isEqualTo(
                        Json.object().put("id", id).put("mode", "file_access").put("file_access", "check_file_info"));
        assertThat(inHistory(ts).path("files").path(0)).isEqualTo(file);
        assertThat(api.ok("files.info", "file", id).path("file").path("name").asText())
                .isEqualTo("trace.log");
    }
}
