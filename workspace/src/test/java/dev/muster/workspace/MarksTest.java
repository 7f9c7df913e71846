package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class MarksTest extends WorkspaceCase {
    @Test
    void listsWhatSomebodyReactedToNewestFirst() {
        String first = ann().post("incidents", "one");
        String second = ann().post("incidents", "two");
        ann().post("incidents", "three");
        ann().react("incidents", first, "eyes");
        api.ok("reactions.add", "channel", incidents, "timestamp", second, "name", "pushpin");
        ann().react("incidents", second, "eyes");

        JsonNode anns = api.ok("reactions.list", "user", ANN).path("items");
        assertThat(anns).extracting(item -> item.at("/message/ts").asText()).containsExactly(second, first);
        assertThat(api.ok("reactions.list").path("items")).hasSize(1);
        assertThat(api.error("reactions.list", "user", "UNOBODY")).isEqualTo("user_not_found");
    }

    @Test
    void takesOnlySoManyReactions() {
        String ts = ann().post("incidents", "popular");
        for (int i = 0; i < 23; i++) {
            api.ok("reactions.add", "channel", incidents, "timestamp", ts, "name", "a" + i);
        }

        assertThat(api.error("reactions.add", "channel", incidents, "timestamp", ts, "name", "b"))
                .isEqualTo("too_many_emoji");
        for (int i = 0; i < 23; i++) {
            ann().react("incidents", ts, "c" + i);
        }
        for (int i = 0; i < 4; i++) {
            workspace.as("bob").react("incidents", ts, "d" + i);
        }
        api.ok("reactions.remove", "channel", incidents, "timestamp", ts, "name", "a0");
        workspace.as("bob").react("incidents", ts, "e");
        assertThat(api.error("reactions.add", "channel", incidents, "timestamp", ts, "name", "f"))
                .isEqualTo("too_many_reactions");
    }

    @Test
    void speaksOfItselfInTheThirdPerson() {
        api.ok("chat.meMessage", "channel", incidents, "text", "is looking");

        assertThat(lastMessage().path("subtype").asText()).isEqualTo("me_message");
        assertThat(api.error("chat.meMessage", "channel", id("general"), "text", "x"))
                .isEqualTo("not_in_channel");
        assertThat(api.error("chat.meMessage", "channel", incidents)).isEqualTo("no_text");
    }

    @Test
    void deletesItsOwnFilesOnly() {
        ann().upload("incidents", "hers.txt", "hers");
        String hers = lastMessage().at("/files/0/id").asText();
        String mine = upload();

        api.ok("files.delete", "file", mine);
        settle();

        assertThat(lastMessage().at("/files/0/mode").asText()).isEqualTo("tombstone");
        assertThat(bot.events("file_deleted")).hasSize(1);
        assertThat(api.error("files.delete", "file", mine)).isEqualTo("file_deleted");
        assertThat(api.error("files.delete", "file", hers)).isEqualTo("cant_delete_file");
        assertThat(api.ok("files.list", "user", ANN).at("/paging/total").asInt())
                .isEqualTo(1);
    }

    private String upload() {
        JsonNode announced = api.ok("files.getUploadURLExternal", "filename", "mine.txt", "length", "4");
        api.postJson(announced.path("upload_url").asText(), "mine");
        String id = announced.path("file_id").asText();
        api.ok("files.completeUploadExternal", "files", "[{\"id\":\"" + id + "\"}]", "channel_id", incidents);
        return id;
    }
}
