package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.json.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest extends WorkspaceCase {
    private static final String HISTORY = "conversations.history";
    private static final String REPLIES = "conversations.replies";

    private List<String> post(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ann().post("incidents", "message " + i))
                .toList();
    }

    /** All pages of a method, as they came. */
    private List<JsonNode> pages(String method, String... more) {
        List<JsonNode> pages = new ArrayList<>();
        String cursor = "";
        do {
            List<String> arguments = new ArrayList<>(List.of("channel", incidents, "limit", "200", "cursor", cursor));
            arguments.addAll(List.of(more));
            JsonNode page = api.ok(method, arguments.toArray(String[]::new));
            pages.add(page);
            cursor = cursor(page);
            assertThat(page.path("has_more").asBoolean()).isEqualTo(!cursor.isEmpty());
        } while (!cursor.isEmpty() && pages.size() < 100);
        return pages;
    }

    private static String cursor(JsonNode page) {
        return page.path("response_metadata").path("next_cursor").asText("");
    }

    private static List<JsonNode> messages(JsonNode page) {
        return Json.items(page.path("messages"));
    }

    private static List<String> stamps(List<JsonNode> pages) {
        return pages.stream()
                .flatMap(page -> messages(page).stream())
                .map(message -> message.path("ts").asText())
                .toList();
    }

    private static List<Integer> sizes(List<JsonNode> pages) {
        return pages.stream().map(page -> messages(page).size()).toList();
    }

    /** One message as history tells it. */
    private JsonNode told(String ts) {
        return messages(api.ok(HISTORY, "channel", incidents)).stream()
                .filter(message -> message.path("ts").asText().equals(ts))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givesFifteenAtMostWhereSlackDoes() {
        List<String> posted = post(34);
        workspace.faults().historyPage(15);

        List<JsonNode> pages = pages(HISTORY);

        assertThat(sizes(pages)).containsExactly(15, 15, 5);
        assertThat(stamps(pages)).containsAll(posted).doesNotHaveDuplicates();
        assertThat(messages(api.ok(HISTORY, "channel", incidents))).hasSize(15);
        workspace.faults().clear();
        assertThat(messages(api.ok(HISTORY, "channel", incidents))).hasSize(35);
    }

    @Test
    void givesTheParentFirstOnEachPageOfReplies() {
        String root = ann().post("incidents", "root");
        List<String> replies = IntStream.range(0, 5)
                .mapToObj(i -> ann().reply("incidents", root, "reply " + i))
                .toList();
        workspace.faults().historyPage(2);

        List<JsonNode> pages = pages(REPLIES, "ts", root);

        assertThat(sizes(pages)).containsExactly(3, 3, 2);
        assertThat(pages)
                .allSatisfy(page ->
                        assertThat(messages(page).get(0).path("ts").asText()).isEqualTo(root));
        assertThat(stamps(pages).stream().filter(ts -> !ts.equals(root))).containsExactlyElementsOf(replies);
    }

    @Test
    void makesEveryNthPageEmptyAndLosesNothingByIt() {
        List<String> posted = post(9);
        workspace.faults().historyPage(2).emptyPages(3);

        List<JsonNode> pages = pages(HISTORY);

        assertThat(sizes(pages)).containsExactly(2, 2, 0, 2, 2, 0, 2);
        assertThat(stamps(pages)).containsAll(posted).doesNotHaveDuplicates();
        assertThatThrownBy(() -> workspace.faults().emptyPages(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesCursorsThatHaveExpired() {
        post(3);
        String old = cursor(api.ok(HISTORY, "channel", incidents, "limit", "1"));
        workspace.faults().expireCursors();
        String young = cursor(api.ok(HISTORY, "channel", incidents, "limit", "1"));

        assertThat(api.error(HISTORY, "channel", incidents, "cursor", old)).isEqualTo("invalid_cursor");
        assertThat(api.error(HISTORY, "channel", incidents, "cursor", young)).isEqualTo("none");
    }

    @Test
    void slowsDownWhoCallsTooOftenByTheWorkspacesClock() {
        workspace.faults().pace(HISTORY, 2, Duration.ofMinutes(1));

        api.ok(HISTORY, "channel", incidents);
        clock.pass(Duration.ofSeconds(20));
        api.ok(HISTORY, "channel", incidents);
        clock.pass(Duration.ofMillis(500));
        HttpResponse<String> refused = api.post(HISTORY, "channel", incidents);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("40");
        assertThat(refused.body()).contains("ratelimited");
        api.ok("conversations.info", "channel", incidents);
        clock.pass(Duration.ofSeconds(40));
        api.ok(HISTORY, "channel", incidents);
        assertThat(api.post(HISTORY, "channel", incidents).statusCode()).isEqualTo(429);
        workspace.faults().clear();
        api.ok(HISTORY, "channel", incidents);
    }

    @Test
    void pacesEachMethodByItself() {
        workspace.faults().pace("*", 1, Duration.ofMinutes(1));

        assertThat(api.post("auth.test").statusCode()).isEqualTo(200);
        assertThat(api.post("team.info").statusCode()).isEqualTo(200);
        assertThat(api.post("auth.test").statusCode()).isEqualTo(429);
    }

    @Test
    void tellsOfReactionsPinsAndEdits() {
        String ts = ann().post("incidents", "frist");
        ann().edit("incidents", ts, "first");
        ann().react("incidents", ts, "eyes");
        workspace.as("bob").react("incidents", ts, "eyes");
        ann().pin("incidents", ts);

        JsonNode message = told(ts);

        assertThat(message.path("reactions"))
                .isEqualTo(Json.read("[{\"name\":\"eyes\",\"users\":[\"U0ANN\",\"U0BOB\"],\"count\":2}]")
                        .orElseThrow());
        assertThat(Json.texts(message.path("pinned_to"))).containsExactly(incidents);
        assertThat(message.path("edited").path("user").asText()).isEqualTo(ANN);
        assertThat(message.path("text").asText()).isEqualTo("first");
    }

    @Test
    void tellsOfThreadsAndBroadcasts() {
        String root = ann().post("incidents", "root");
        ann().reply("incidents", root, "one");
        String broadcast = workspace.as("bob").broadcast("incidents", root, "for all");

        JsonNode parent = told(root);
        JsonNode shown = told(broadcast);

        assertThat(parent.path("thread_ts").asText()).isEqualTo(root);
        assertThat(parent.path("reply_count").asInt()).isEqualTo(2);
        assertThat(parent.path("reply_users_count").asInt()).isEqualTo(2);
        assertThat(Json.texts(parent.path("reply_users"))).containsExactly(ANN, BOB);
        assertThat(parent.path("latest_reply").asText()).isEqualTo(broadcast);
        assertThat(shown.path("subtype").asText()).isEqualTo("thread_broadcast");
        assertThat(shown.path("thread_ts").asText()).isEqualTo(root);
        assertThat(shown.path("root").path("ts").asText()).isEqualTo(root);
        assertThat(messages(api.ok(REPLIES, "channel", incidents, "ts", root)))
                .extracting(message -> message.path("subtype").asText(""))
                .containsExactly("", "", "thread_broadcast");
    }

    @Test
    void keepsATombstoneForAParentWithItsReplies() {
        String root = ann().post("incidents", "root");
        String reply = ann().reply("incidents", root, "one");
        ann().delete("incidents", root);

        JsonNode stone = told(root);

        assertThat(stone.path("subtype").asText()).isEqualTo("tombstone");
        assertThat(stone.path("user").asText()).isEqualTo("USLACKBOT");
        assertThat(stone.path("text").asText()).isEqualTo("This message was deleted.");
        assertThat(stone.path("latest_reply").asText()).isEqualTo(reply);
        assertThat(stamps(List.of(api.ok(REPLIES, "channel", incidents, "ts", root))))
                .containsExactly(root, reply);
    }

    @Test
    void countsRepliesAnewWhenOneIsDeleted() {
        String root = ann().post("incidents", "root");
        String one = ann().reply("incidents", root, "one");
        String two = ann().reply("incidents", root, "two");
        ann().delete("incidents", two);

        assertThat(told(root).path("latest_reply").asText()).isEqualTo(one);
        assertThat(told(root).path("reply_count").asInt()).isEqualTo(1);
        ann().delete("incidents", one);
        assertThat(told(root).path("thread_ts").asText()).isEqualTo(root);
        assertThat(told(root).path("reply_count").asInt()).isZero();
    }

    @Test
    void tellsWhatThePlatformWrote() {
        workspace.as("bob").leave("incidents");
        workspace.as("bob").join("incidents");
        ann().topic("incidents", "checkout");
        ann().rename("incidents", "incidents-2");

        assertThat(messages(api.ok(HISTORY, "channel", incidents)))
                .extracting(message -> message.path("subtype").asText())
                .startsWith("channel_name", "channel_topic", "channel_join", "channel_leave");
    }
}
