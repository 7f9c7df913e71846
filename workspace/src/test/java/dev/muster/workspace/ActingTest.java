package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActingTest extends WorkspaceCase {
    @Test
    void saysMe() {
        String ts = ann().me("incidents", "is looking");

        assertThat(bot.last().event().path("subtype").asText()).isEqualTo("me_message");
        assertThat(bot.last().event().path("text").asText()).isEqualTo("is looking");
        assertThat(bot.last().event().path("ts").asText()).isEqualTo(ts);
    }

    @Test
    void aDeletedFileLeavesAStone() {
        String ts = ann().upload("incidents", "trace.log", "boom");
        String file = bot.last().event().path("files").path(0).path("id").asText();

        assertThatThrownBy(() -> workspace.as("bob").deleteFile("incidents", file))
                .hasMessageContaining("cant_delete_file");
        ann().deleteFile("incidents", file);

        JsonNode event = bot.last().event();
        JsonNode message = workspace.message(incidents, ts).orElseThrow();
        assertThat(event.path("type").asText()).isEqualTo("file_deleted");
        assertThat(event.path("file_id").asText()).isEqualTo(file);
        assertThat(Json.texts(event.path("channel_ids"))).containsExactly(incidents);
        assertThat(message.path("files").path(0))
                .isEqualTo(Json.object().put("id", file).put("mode", "tombstone"));
        assertThat(workspace.file(file)).isEmpty();
        assertThat(api.error("files.info", "file", file)).isEqualTo("file_deleted");
    }

    @Test
    void reactsInASkinTone() {
        String ts = ann().post("incidents", "look");
        ann().react("incidents", ts, ":thumbsup::skin-tone-3:");
        ann().react("incidents", ts, "wave::skin-tone-6");
        ann().unreact("incidents", ts, "wave::skin-tone-6");

        assertThat(bot.events("reaction_added"))
                .extracting(event -> event.path("reaction").asText())
                .containsExactly("thumbsup::skin-tone-3", "wave::skin-tone-6");
        assertThat(lastMessage().path("reactions").findValuesAsText("name")).containsExactly("thumbsup::skin-tone-3");
    }

    @Test
    void cutsWhatIsLongerThanFortyThousandCharactersButNoCharacterInTwo() {
        ann().post("incidents", "x".repeat(40_000));
        int whole = bot.last().event().path("text").asText().length();
        ann().post("incidents", "x".repeat(39_999) + "\uD83D\uDE80 and more");
        String cut = bot.last().event().path("text").asText();

        assertThat(whole).isEqualTo(40_000);
        assertThat(cut).isEqualTo("x".repeat(39_999));
    }

    @Test
    void makesAChannelPrivate() {
        ann().convertToPrivate("incidents");
        JsonNode said = bot.last().event();
        ann().topic("incidents", "quiet now");
        workspace.as("bob").leave("incidents");

        assertThat(said.path("subtype").asText()).isEqualTo("channel_convert_to_private");
        assertThat(said.path("channel_type").asText()).isEqualTo("group");
        assertThat(said.path("channel").asText()).isEqualTo(incidents);
        assertThat(bot.events("group_topic")).hasSize(1);
        assertThat(bot.events("group_leave")).hasSize(1);
        assertThat(bot.events("member_left_channel")).singleElement().satisfies(event -> assertThat(
                        event.path("channel_type").asText())
                .isEqualTo("G"));
        assertThat(api.ok("conversations.info", "channel", incidents)
                        .path("channel")
                        .path("is_private")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void sharingAChannelGivesItAnotherId() {
        String before = ann().post("incidents", "before");
        String root = ann().post("incidents", "root");
        ann().reply("incidents", root, "reply");
        ann().pin("incidents", before);
        ann().upload("incidents", "trace.log", "boom");
        String file = bot.last().event().path("files").path(0).path("id").asText();

        String now = ann().share("incidents");
        JsonNode event = bot.last().event();
        ann().post("incidents", "after");

        assertThat(event.path("type").asText()).isEqualTo("channel_id_changed");
        assertThat(event.path("old_channel_id").asText()).isEqualTo(incidents).isNotEqualTo(now);
        assertThat(event.path("new_channel_id").asText()).isEqualTo(now);
        assertThat(bot.last().event().path("channel").asText()).isEqualTo(now);
        assertThat(api.error("conversations.info", "channel", incidents)).isEqualTo("channel_not_found");
        assertThat(api.error("chat.postMessage", "channel", incidents, "text", "hi"))
                .isEqualTo("channel_not_found");
        List<JsonNode> messages = workspace.messages(now);
        assertThat(messages)
                .extracting(message -> message.path("text").asText())
                .contains("before", "root", "reply", "after");
        assertThat(workspace
                        .message(now, before)
                        .orElseThrow()
                        .path("pinned_to")
                        .path(0)
                        .asText())
                .isEqualTo(now);
        assertThat(api.ok("conversations.replies", "channel", now, "ts", root).path("messages"))
                .hasSize(2);
        assertThat(Json.texts(api.ok("files.info", "file", file).path("file").path("channels")))
                .containsExactly(now);
    }

    @Test
    void aMessageThatOneSawAloneMovesWithItsChannel() {
        api.ok("chat.postEphemeral", "channel", incidents, "user", ANN, "text", "psst");

        String now = ann().share("incidents");

        assertThat(workspace.ephemerals("ann"))
                .extracting(whisper -> whisper.path("channel").asText())
                .containsExactly(now);
    }

    @Test
    void startsAHuddle() {
        String ts = ann().huddle("incidents");

        JsonNode event = bot.last().event();

        assertThat(event.path("subtype").asText()).isEqualTo("huddle_thread");
        assertThat(event.path("ts").asText()).isEqualTo(ts);
        assertThat(event.path("user").asText()).isEqualTo("USLACKBOT");
        assertThat(event.path("room").path("created_by").asText()).isEqualTo(ANN);
    }

    @Test
    void anUpdateTellsWhatWasThereBefore() {
        String ts = api.ok("chat.postMessage", "channel", incidents, "text", "card")
                .path("ts")
                .asText();

        api.ok("chat.update", "channel", incidents, "ts", ts, "attachments", "[{\"fallback\":\"new\"}]");
        settle();

        JsonNode event = bot.last().event();
        assertThat(event.path("message").path("attachments")).hasSize(1);
        assertThat(event.path("previous_message").has("attachments")).isFalse();
    }
}
