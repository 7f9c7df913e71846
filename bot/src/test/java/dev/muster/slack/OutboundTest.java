package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.workspace.Call;
import dev.muster.workspace.Person;
import dev.muster.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bot says to Slack, while Slack refuses, stalls, or answers nothing. */
class OutboundTest {

    private static BotRig bot;
    private static Tables tables;
    private static String room;
    private static String group;

    @BeforeAll
    static void start(@TempDir Path folder) {
        Workspace workspace = Workspace.builder().start();
        group = workspace.usergroup("support", "Support", "cleo", "dev", "finn");
        workspace.deactivate("finn");
        bot = BotRig.start(
                workspace,
                Databases.sqlite(folder),
                Map.of(
                        "MUSTER_SEVERITIES_SEV1_INVITE",
                        group + ",@eve,@nobody,U0FINN,U0NOSUCH,S0NOSUCH,UBOT0MUSTER,U0ANN"));
        tables = new Tables(bot.settings);
        room = bot.declare("ann", "sev2 The quiet room");
        await("nothing left to do", tables::isSettled);
    }

    @AfterEach
    void settle() {
        bot.workspace.faults().clear();
        await("nothing left to do", tables::isSettled);
        assertThat(bot.workspace.calls())
                .as("calls that are the bot's own mistake")
                .filteredOn(call ->
                        call.error().startsWith("invalid_") || call.error().contains("too_long"))
                .isEmpty();
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void triesOtherNamesWhileTheNameIsTaken() {
        int before = calls("conversations.create").size();
        int channels = bot.incidentChannels().size();
        bot.workspace.faults().fail("conversations.create", "name_taken", 5);

        String name = bot.declare("bob", "sev3 A popular name");

        assertThat(name).endsWith("-a-popular-name-6");
        assertThat(calls("conversations.create")
                        .subList(before, calls("conversations.create").size()))
                .extracting(call -> call.argument("name"))
                .hasSize(6)
                .doesNotHaveDuplicates();
        assertThat(bot.incidentChannels()).hasSize(channels + 1);
    }

    @Test
    void namesAChannelAfterAnyTitle() {
        List<String> titles = List.of(
                "!!!",
                "Ünïcödé Überfall — ﬁne ½",
                "x".repeat(200),
                "الدفع معطل",
                "結帳壞了 🔥",
                "*<&>* @here #general \"quoted\" `code`",
                "a".repeat(60) + " 🔥".repeat(20));
        int before = bot.incidentChannels().size();

        titles.forEach(title -> bot.say("cleo", "general", "declare sev3 " + title));

        await("all channels", () -> bot.incidentChannels().size() == before + titles.size());
        assertThat(bot.incidentChannels().subList(before, before + titles.size()))
                .extracting(channel -> channel.path("name").asText())
                .allMatch(name -> name.matches("inc-[0-9]+-[0-9-]{10}[a-z0-9_-]{0,80}"))
                .allMatch(name -> name.length() <= 80)
                .noneMatch(name -> name.endsWith("-") || name.endsWith("_") || name.contains("--"));
        await("nothing left to do", tables::isSettled);
        assertThat(bot.texts("incidents")).anyMatch(text -> text.contains("&lt;&amp;&gt;"));
        assertThat(bot.texts("incidents")).noneMatch(text -> text.contains("<!here>"));
    }

    @Test
    void opensOneChannelThoughSlackHangsUp() {
        int before = bot.incidentChannels().size();
        bot.workspace.faults().dropAfterActing("conversations.create", 2);

        bot.declare("dev", "sev3 Cut off");

        await("nothing left to do", tables::isSettled);
        assertThat(bot.incidentChannels()).hasSize(before + 1);
        assertThat(bot.incidentChannels().get(before).path("name").asText()).endsWith("-cut-off");
    }

    @Test
    void invitesEverybodyWhoCanComeAndNamesTheOthers() {
        String name = bot.declare("ann", "sev1 All hands");
        await("the others", () -> bot.channel(name).path("members").size() >= 4);
        await("nothing left to do", tables::isSettled);

        assertThat(bot.channel(name).path("members").toString())
                .contains("U0ANN", "U0CLEO", "U0DEV", "U0EVE", "UBOT0MUSTER")
                .doesNotContain("U0FINN");
        assertThat(texts(name, "Could not invite"))
                .anyMatch(text -> text.contains("finn"))
                .anyMatch(text -> text.contains("@nobody"))
                .anyMatch(text -> text.contains("U0NOSUCH"))
                .anyMatch(text -> text.contains("S0NOSUCH"))
                .hasSize(4);
    }

    @Test
    void invitesManyPeopleAHundredAtATime(@TempDir Path folder) {
        List<Person> people = IntStream.range(0, 131)
                .mapToObj(number -> Person.of("p" + number, "Person " + number, "", "Etc/UTC"))
                .toList();
        Workspace large = Workspace.builder().people(people).start();
        String all = large.usergroup(
                "all", "All", people.stream().map(Person::handle).toArray(String[]::new));
        try (BotRig crowd =
                BotRig.start(large, Databases.sqlite(folder), Map.of("MUSTER_SEVERITIES_SEV1_INVITE", all))) {
            String name = crowd.declare("p0", "sev1 Everybody");

            await("everybody", () -> crowd.channel(name).path("members").size() == 132);
            await("the answers", () -> large.calls("conversations.invite").size() == 2);
            assertThat(large.calls("conversations.invite"))
                    .extracting(call -> call.argument("users").split(",").length)
                    .containsExactly(100, 31);
        }
    }

    @Test
    void waitsAsLongAsSlackAsksAndKeepsTheOrderWhileOthersGoOn() {
        String other = bot.declare("bob", "sev3 The other room");
        await("nothing left to do", tables::isSettled);
        bot.workspace.faults().rateLimit("chat.postMessage", 3, 1);

        bot.say("ann", room, "decision In order: first");
        await("a refusal", () -> limited().size() == 1);
        bot.say("ann", room, "decision In order: second");
        bot.say("ann", room, "decision In order: third");
        bot.say("bob", other, "decision Meanwhile");

        await("the other room", () -> texts(other, "Meanwhile").size() == 1);
        assertThat(texts(room, "In order")).as("before the wait was over").isEmpty();
        await("the third", () -> texts(room, "In order: third").size() == 1);
        assertThat(texts(room, "In order"))
                .extracting(text -> text.replaceAll(".*order: ", ""))
                .containsExactly("first", "second", "third");
        Instant refused = limited().get(0).at();
        assertThat(posts("In order: first").get(1).at()).isAfterOrEqualTo(refused.plus(Duration.ofMillis(2900)));
    }

    @Test
    void saysItOnceThoughSlackIsBusyOrBroken() {
        bot.workspace
                .faults()
                .fail("chat.postMessage", "rate_limited", 1)
                .status("chat.postMessage", 500, 1)
                .fail("chat.postMessage", "internal_error", 1);

        bot.say("ann", room, "decision Said in the end");

        await("the decision", () -> texts(room, "Said in the end").size() == 1);
        await("nothing left to do", tables::isSettled);
        assertThat(texts(room, "Said in the end")).hasSize(1);
        assertThat(posts("Said in the end")).hasSize(4);
    }

    @Test
    void saysItOnceThoughSlackHangsUp() {
        bot.workspace.faults().dropAfterActing("chat.postMessage", 1);

        bot.say("ann", room, "decision Said once");

        await("nothing left to do", tables::isSettled);
        assertThat(texts(room, "Said once")).hasSize(1);
        assertThat(posts("Said once")).hasSize(1);
    }

    @Test
    void postsOneCardAndOneAnnouncementThoughSlackHangsUp() {
        bot.workspace.faults().dropAfterActing("chat.postMessage", 2).dropAfterActing("pins.add", 1);

        String name = bot.declare("eve", "sev3 Hung up on");

        await("nothing left to do", tables::isSettled);
        assertThat(bot.channel(name).path("pins")).hasSize(1);
        assertThat(bot.texts("incidents").stream().filter(text -> text.contains("Hung up on")))
                .hasSize(1);
        assertThat(bot.workspace.messages(name))
                .filteredOn(message -> message.toString().contains("Post update"))
                .hasSize(1);
    }

    @Test
    void readsTheChannelBeforeItIsArchivedAndNeverAfter() {
        String name = bot.declare("bob", "sev3 Put away");
        String id = bot.channel(name).path("id").asText();
        bot.workspace.faults().loseEvents(1);
        String lost = bot.as("bob").post(name, "An event that never came");
        bot.say("bob", name, "resolve it is over");
        bot.say("bob", name, "close");

        await("the archive", () -> bot.channel(name).path("is_archived").asBoolean());
        await("nothing left to do", tables::isSettled);

        List<String> order = bot.workspace.calls().stream()
                .filter(call -> call.argument("channel").equals(id))
                .map(Call::method)
                .filter(method -> List.of("conversations.history", "conversations.replies", "conversations.archive")
                        .contains(method))
                .toList();
        assertThat(order).contains("conversations.history").endsWith("conversations.archive");
        assertThat(order).containsOnlyOnce("conversations.archive");
        assertThat(tables.texts("SELECT text FROM timeline WHERE ts = ?", lost))
                .containsExactly("An event that never came");
    }

    @Test
    void tellsTheDeclarerThatNoChannelCanBeOpenedAndListensToNoOther() {
        long givenUp = tables.count("promises WHERE given_up = 1");
        bot.workspace.faults().fail("conversations.create", "restricted_action", 1);

        bot.say("eve", "general", "declare sev3 Nowhere to go");

        await("the word to the declarer", () -> bot.workspace.dms("eve").stream()
                .anyMatch(said -> said.path("text").asText().contains("cannot open its channel")));
        assertThat(tables.count("promises WHERE given_up = 1")).isEqualTo(givenUp + 1);
        bot.as("ann").post("incidents", "what I earn");
        assertThat(tables.count("inbox WHERE body LIKE '%what I earn%'")).isZero();
    }

    @Test
    void showsWhatWasGivenUpAndTriesItAgainWhenToldTo() {
        bot.workspace.faults().fail("conversations.create", "restricted_action", 1);
        bot.say("finn", "general", "declare sev3 Not allowed yet");
        await("what was given up", () -> bot.say("finn", "general", "doctor")
                .body()
                .toString()
                .contains("open channel: Slack refused conversations.create: restricted_action"));

        assertThat(bot.say("finn", "general", "doctor retry").body().toString()).contains("Trying again: ");

        await("the channel after all", () -> bot.incidentChannels().stream()
                .anyMatch(channel -> channel.path("name").asText().contains("not-allowed-yet")));
        await("nothing left to do", tables::isSettled);
    }

    @Test
    void goesOnWithoutWhatItMayNotDo() {
        long givenUp = tables.count("promises WHERE given_up = 1");
        int before = bot.incidentChannels().size();
        bot.workspace.faults().fail("bookmarks.list", "missing_scope", 1).fail("pins.add", "restricted_action", 1);

        bot.say("dev", "general", "declare sev3 Without bookmarks");

        await("the channel", () -> bot.incidentChannels().size() > before);
        String name = bot.incidentChannels().get(before).path("name").asText();
        await("the topic", () -> bot.channel(name).at("/topic/value").asText().contains("sev3"));
        await(
                "the invitation",
                () -> bot.channel(name).path("members").toString().contains("U0DEV"));
        await("nothing left to do", tables::isSettled);
        assertThat(tables.count("promises WHERE given_up = 1")).isEqualTo(givenUp + 2);
        bot.say("dev", name, "decision It works all the same");
        await("the decision", () -> texts(name, "all the same").size() == 1);
    }

    @Test
    void shortensWhatIsTooLongForSlack() {
        String much = "<&> \"quoted\" 👩 ".repeat(250);

        bot.say("ann", room, "update " + much);
        bot.say("ann", room, "stage identified " + much);
        bot.say("ann", room, "decision " + much);
        bot.say("cleo", "general", "declare sev3 " + much);

        await("nothing left to do", tables::isSettled);
        assertThat(texts(room, "Status update")).isNotEmpty();
        assertThat(tables.count("timeline WHERE kind = 'update' AND length(text) > 3500"))
                .isEqualTo(1);
    }

    private static List<Call> calls(String method) {
        return bot.workspace.calls(method);
    }

    private static List<Call> limited() {
        return calls("chat.postMessage").stream()
                .filter(call -> call.status() == 429)
                .toList();
    }

    private static List<Call> posts(String words) {
        return calls("chat.postMessage").stream()
                .filter(call -> call.argument("text").contains(words))
                .toList();
    }

    private static List<String> texts(String channel, String words) {
        List<String> found = new ArrayList<>();
        for (JsonNode message : bot.workspace.messages(channel)) {
            if (message.path("text").asText().contains(words)) {
                found.add(message.path("text").asText());
            }
        }
        return found;
    }
}
