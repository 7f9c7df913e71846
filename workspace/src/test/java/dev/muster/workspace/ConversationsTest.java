package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationsTest extends WorkspaceCase {
    @Test
    void makesAChannelWithTheBotInIt() {
        JsonNode channel =
                api.ok("conversations.create", "name", "inc-1-checkout").path("channel");

        assertThat(channel.path("name").asText()).isEqualTo("inc-1-checkout");
        assertThat(channel.path("is_member").asBoolean()).isTrue();
        assertThat(channel.path("creator").asText()).isEqualTo(BOT);
    }

    @ParameterizedTest
    @CsvSource({
        "general, name_taken",
        "'', invalid_name_required",
        "---, invalid_name_punctuation",
        "Ünïcode, invalid_name_specials",
        "two words, invalid_name_specials",
        "Upper, invalid_name_specials"
    })
    void refusesBadNames(String name, String error) {
        assertThat(api.error("conversations.create", "name", name)).isEqualTo(error);
    }

    @Test
    void refusesNamesThatAreTooLongOrTakenByAnArchivedChannel() {
        String id = create("old");
        api.ok("conversations.archive", "channel", id);

        assertThat(api.error("conversations.create", "name", "x".repeat(81))).isEqualTo("invalid_name_maxlength");
        assertThat(api.error("conversations.create", "name", "old")).isEqualTo("name_taken");
    }

    private String create(String name) {
        return api.ok("conversations.create", "name", name)
                .path("channel")
                .path("id")
                .asText();
    }

    @Test
    void archivingPutsTheBotOutForGood() {
        String id = create("done");

        api.ok("conversations.archive", "channel", id);
        settle();

        assertThat(bot.events("channel_archive")).hasSize(2);
        assertThat(api.error("conversations.history", "channel", id)).isEqualTo("not_in_channel");
        assertThat(api.error("conversations.unarchive", "channel", id)).isEqualTo("not_in_channel");
        assertThat(api.error("conversations.archive", "channel", id)).isEqualTo("already_archived");
        assertThat(api.error("chat.postMessage", "channel", id, "text", "hi")).isEqualTo("is_archived");
        assertThat(api.error("conversations.setTopic", "channel", id, "topic", "hi"))
                .isEqualTo("is_archived");
    }

    @Test
    void joiningTwiceIsJoiningOnce() {
        JsonNode answer = api.ok("conversations.join", "channel", incidents);
        settle();

        assertThat(answer.path("warning").asText()).isEqualTo("already_in_channel");
        assertThat(bot.events("channel_join")).isEmpty();
    }

    @Test
    void oneBadGuestSpoilsTheInvitation() {
        String id = create("room");

        JsonNode answer = api.call("conversations.invite", "channel", id, "users", "U0ANN,U0NOBODY," + BOT);

        assertThat(answer.path("error").asText()).isEqualTo("user_not_found");
        assertThat(answer.path("errors").findValuesAsText("error"))
                .containsExactly("user_not_found", "cant_invite_self");
        assertThat(members(id)).containsExactly(BOT);
    }

    @Test
    void aForcedInvitationTakesWhomItCan() {
        String id = create("room");
        workspace.deactivate("finn");

        JsonNode answer = api.ok("conversations.invite", "channel", id, "users", "U0ANN,U0FINN,U0BOB", "force", "1");

        assertThat(answer.path("errors").findValuesAsText("user")).containsExactly("U0FINN");
        assertThat(members(id)).containsExactly(BOT, ANN, BOB);
        assertThat(api.error("conversations.invite", "channel", id, "users", ANN))
                .isEqualTo("already_in_channel");
    }

    private List<String> members(String id) {
        return Json.texts(api.ok("conversations.members", "channel", id).path("members"));
    }

    @Test
    void hidesPrivateChannelsFromTheBot() {
        String id = ann().create("secret", true);

        assertThat(api.error("conversations.info", "channel", id)).isEqualTo("channel_not_found");
        assertThat(api.error("chat.postMessage", "channel", id, "text", "hi")).isEqualTo("channel_not_found");
        assertThat(api.error("conversations.create", "name", "secret")).isEqualTo("name_taken");
        ann().invite("secret", "muster");
        assertThat(api.ok("conversations.info", "channel", id)
                        .path("channel")
                        .path("is_private")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void pagesThroughHistoryFromTheNewest() {
        List<String> posted = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            posted.add(0, ann().post("incidents", "message " + i));
        }

        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.ok("conversations.history", "channel", incidents, "limit", "3", "cursor", cursor);
            read.addAll(page.path("messages").findValuesAsText("ts"));
            cursor = page.path("response_metadata").path("next_cursor").asText("");
            ann().post("incidents", "meanwhile");
        } while (!cursor.isEmpty());

        assertThat(read.subList(0, 7)).isEqualTo(posted);
        assertThat(read).doesNotHaveDuplicates();
        assertThat(api.error("conversations.history", "channel", incidents, "cursor", "nonsense"))
                .isEqualTo("invalid_cursor");
    }

    @Test
    void boundsHistoryAsAsked() {
        String first = ann().post("incidents", "first");
        String second = ann().post("incidents", "second");
        String third = ann().post("incidents", "third");

        assertThat(history("oldest", first, "latest", third)).containsExactly(second);
        assertThat(history("oldest", first, "latest", third, "inclusive", "1")).containsExactly(third, second, first);
        assertThat(api.error("conversations.history", "channel", incidents, "oldest", "yesterday"))
                .isEqualTo("invalid_ts_oldest");
    }

    private List<String> history(String... bounds) {
        List<String> arguments = new ArrayList<>(List.of("channel", incidents));
        arguments.addAll(List.of(bounds));
        return api.ok("conversations.history", arguments.toArray(String[]::new))
                .path("messages")
                .findValuesAsText("ts");
    }

    @Test
    void keepsRepliesOutOfHistoryAndTheParentBeforeTheReplies() {
        String root = ann().post("incidents", "root");
        String one = ann().reply("incidents", root, "one");
        String two = ann().reply("incidents", root, "two");

        JsonNode parent = api.ok("conversations.history", "channel", incidents)
                .path("messages")
                .path(0);
        JsonNode first = api.ok("conversations.replies", "channel", incidents, "ts", root, "limit", "1");
        String cursor = first.path("response_metadata").path("next_cursor").asText();
        JsonNode second =
                api.ok("conversations.replies", "channel", incidents, "ts", root, "limit", "1", "cursor", cursor);

        assertThat(parent.path("reply_count").asInt()).isEqualTo(2);
        assertThat(parent.path("latest_reply").asText()).isEqualTo(two);
        assertThat(first.path("messages").findValuesAsText("ts")).containsExactly(root, one);
        assertThat(second.path("messages").findValuesAsText("ts")).containsExactly(root, two);
        assertThat(api.error("conversations.replies", "channel", incidents, "ts", "1.1"))
                .isEqualTo("thread_not_found");
    }

    @Test
    void limitsTopicsAndTellsOfThem() {
        api.ok("conversations.setTopic", "channel", incidents, "topic", "x".repeat(250));
        settle();

        assertThat(bot.events("channel_topic")).hasSize(1);
        assertThat(api.error("conversations.setTopic", "channel", incidents, "topic", "x".repeat(251)))
                .isEqualTo("too_long");
    }

    @Test
    void renamesOnlyWhatTheBotMade() {
        String id = create("before");

        api.ok("conversations.rename", "channel", id, "name", "after");
        settle();

        assertThat(workspace.channel("after")).isPresent();
        assertThat(bot.events("channel_rename")).singleElement().satisfies(event -> assertThat(
                        event.path("channel").path("name").asText())
                .isEqualTo("after"));
        assertThat(api.error("conversations.rename", "channel", incidents, "name", "mine"))
                .isEqualTo("not_authorized");
        assertThat(api.error("conversations.rename", "channel", id, "name", "general"))
                .isEqualTo("name_taken");
    }

    @Test
    void listsBookmarksAndPins() {
        String ts = ann().post("incidents", "look");
        api.ok("pins.add", "channel", incidents, "timestamp", ts);
        api.ok(
                "bookmarks.add",
                "channel_id",
                incidents,
                "title",
                "Card",
                "type",
                "link",
                "link",
                "https://example.com");

        assertThat(api.ok("pins.list", "channel", incidents)
                        .path("items")
                        .path(0)
                        .path("message")
                        .path("ts")
                        .asText())
                .isEqualTo(ts);
        assertThat(api.ok("bookmarks.list", "channel_id", incidents)
                        .path("bookmarks")
                        .findValuesAsText("title"))
                .containsExactly("Card");
        assertThat(api.error("pins.add", "channel", incidents, "timestamp", ts)).isEqualTo("already_pinned");
        assertThat(api.error("bookmarks.add", "channel_id", incidents, "title", "x", "type", "link", "link", "ftp://x"))
                .isEqualTo("invalid_link");
    }
}
