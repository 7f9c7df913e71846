package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches beyond the channel, and what happens to it from outside: over HTTP, as people would see it. */
class AfarStoryTest {

    private static final String SETTINGS =
            """
            services:
              orders-db:
                owners: ["@database"]
                critical: true
              payments:
                depends-on: [orders-db]
                runbooks: [database-connection-pool]
              shop:
                depends-on: [payments]
            outside:
              support:
                channel: helpdesk
            policy:
              admins: [U0EVE]
            """;

    private static BotRig bot;
    private static Tables tables;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Path settings = Files.writeString(folder.resolve("muster.yaml"), SETTINGS);
        Workspace workspace = Workspace.builder().start();
        workspace.usergroup("database", "Database", "cleo", "dev");
        workspace.as("ann").create("helpdesk", false);
        bot = BotRig.start(workspace, Databases.sqlite(folder), Map.of("MUSTER_CONFIG", settings.toString()));
        tables = new Tables(bot.settings);
    }

    @AfterEach
    void settle() {
        await("nothing left to do", tables::isSettled);
        assertThat(tables.texts(
                        "SELECT chore || ' ' || subject || ': ' || last_error FROM promises WHERE given_up = 1"))
                .isEmpty();
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void bringsInTheOwnersAndNamesWhatDependsOnAServiceInTheTitle() {
        String room = bot.declare("ann", "sev2 payments and orders-db time out");

        await("the services", () -> message(room, "hits").contains("orders-db"));
        assertThat(message(room, "hits"))
                .contains("*orders-db* (critical)", "@database", "May be hit, too", "shop", "Database connection pool");
        await("the owners", () -> members(room).containsAll(List.of("U0CLEO", "U0DEV")));

        bot.as("ann").press(room, ts(room, "hits"), "say:runbook:start:database-connection-pool");
        await("the first step", () -> bot.texts(room).stream().anyMatch(text -> text.contains("Recognise it")));
    }

    @Test
    void guessesAServiceThatIsMisspeltAndDeclaresAllTheSame() {
        String answer = bot.say("ann", "general", "declare --new --services paymints Slow")
                .body()
                .toString();

        assertThat(answer).contains("is declared", "no service `paymints` in the catalogue", "payments");
    }

    @Test
    void sendsUpdatesToWhoeverFollowsUntilTheyStop() {
        String room = bot.declare("ann", "sev3 Followed from afar");
        String id = id(room);
        bot.say("eve", "general", id + " subscribe");
        await("the first word", () -> bot.directs("eve").stream().anyMatch(text -> text.contains("No update")));

        bot.say("ann", room, "update Half of it works again");
        await("the update", () -> bot.directs("eve").stream()
                .anyMatch(text -> text.contains("Half of it works again")));
        JsonNode last = bot.workspace.dms("eve").get(bot.workspace.dms("eve").size() - 1);
        bot.as("eve").press(direct("eve"), last.path("ts").asText(), "say:unsubscribe");
        await("no followers", () -> tables.texts("SELECT state FROM incidents WHERE id = " + id.substring(4))
                .get(0)
                .contains("\"subscribers\":[]"));

        bot.say("ann", room, "update All of it works");
        await("nothing left to do", tables::isSettled);
        assertThat(bot.directs("eve")).noneMatch(text -> text.contains("All of it works"));
    }

    @Test
    void makesTheWordsForOutsideAndPostsThemWhereTheyAreRead() {
        String room = bot.declare("ann", "sev2 payments are slow");
        bot.say("ann", room, "stage identified");

        bot.say("ann", room, "update --public A <!channel> disk is full");

        await("the words", () -> message(room, "said outside").contains("A &lt;!channel&gt; disk is full"));
        assertThat(message(room, "said outside"))
                .contains("For customers", "to be copied", "We know what is wrong with payments", "We will say more by")
                .contains("For support", "posted in #helpdesk");
        await("support's own", () -> bot.texts("helpdesk").stream().anyMatch(text -> text.contains("disk is full")));
        bot.say("ann", room, "update Only for us");
        await("nothing left to do", tables::isSettled);
        assertThat(bot.texts("helpdesk")).noneMatch(text -> text.contains("Only for us"));
    }

    @Test
    void practisesWordsForOutsideWithoutSayingThemThere() {
        String room = bot.declare("ann", "sev2 --drill payments are slow");

        bot.say("ann", room, "update --public Just an exercise");

        await("the words", () -> message(room, "said outside").contains("posted nowhere"));
        await("nothing left to do", tables::isSettled);
        assertThat(bot.texts("helpdesk")).noneMatch(text -> text.contains("Just an exercise"));
    }

    @Test
    void takesBackByTheButtonBesideTheAnswer() {
        String room = bot.declare("ann", "sev2 Too quick");

        String answer = bot.say("ann", room, "stage monitoring").body().toString();
        assertThat(answer).contains("Undo", id(room) + " undo stage", "Say whom it hurts");
        String taken = bot.say("ann", room, "undo stage").body().toString();

        assertThat(taken).contains("Taken back: Stage detected → monitoring");
        assertThat(bot.say("ann", room, "undo").body().toString()).contains("Nothing was changed");
        assertThat(bot.say("eve", room, "undo").body().toString()).contains("nothing of yours");
    }

    @Test
    void sendsTheChecklistWithTheRoleAndTicksItOff() {
        String room = bot.declare("ann", "sev2 With a checklist");
        bot.say("cleo", room, "role ic");
        await("the duties", () -> bot.directs("cleo").stream().anyMatch(text -> text.contains("Checklist")));
        JsonNode duties = bot.workspace.dms("cleo").stream()
                .filter(dm -> dm.path("text").asText().contains("Checklist"))
                .reduce((one, other) -> other)
                .orElseThrow();

        bot.as("cleo").press(direct("cleo"), duties.path("ts").asText(), "say:tasks:ic:done:2");

        await("the tick", () -> bot.workspace
                .message(direct("cleo"), duties.path("ts").asText())
                .orElseThrow()
                .path("text")
                .asText()
                .contains("2. ~Check that the severity fits~ done by"));
    }

    @Test
    void opensAnotherChannelWhenItsOwnIsArchivedByHand() {
        String room = bot.declare("ann", "sev2 Tidied away");

        bot.as("ann").archive(room);

        await("another channel", () -> bot.incidentChannels().stream()
                .filter(channel -> !channel.path("is_archived").asBoolean())
                .anyMatch(channel -> channel.path("name").asText().contains("tidied-away")));
        String other = bot.incidentChannels().stream()
                .filter(channel -> !channel.path("is_archived").asBoolean())
                .map(channel -> channel.path("name").asText())
                .filter(name -> name.contains("tidied-away"))
                .findFirst()
                .orElseThrow();
        await("word of it", () -> bot.texts(other).stream().anyMatch(text -> text.contains("was archived")));
        await("a card", () -> bot.channel(other).path("pins").size() == 1);
    }

    @Test
    void asksToBeLetInAgainAndFetchesWhatItMissed() {
        String room = bot.declare("ann", "sev2 Put out");

        bot.as("ann").kick(room, "muster");

        await("the plea", () -> bot.directs("ann").stream().anyMatch(text -> text.contains("I was put out of")));
        bot.as("ann").post(room, "said behind its back");
        bot.as("ann").invite(room, "muster");
        await("what was missed", () -> tables.texts("SELECT text FROM timeline").contains("said behind its back"));
    }

    @Test
    void hidesWhatWasMadePrivate() {
        String room = bot.declare("ann", "sev2 Salaries are wrong");
        await("the announcement", () -> bot.texts("incidents").stream().anyMatch(text -> text.contains("Salaries")));

        bot.as("ann").convertToPrivate(room);

        await("the announcement taken back", () -> bot.texts("incidents").stream()
                .noneMatch(text -> text.contains("Salaries")));
        assertThat(bot.say("finn", "general", id(room) + " status").body().toString())
                .contains("There is no " + id(room));
    }

    @Test
    void freesTheRoleOfSomebodyWhoIsInTheWorkspaceNoLonger(@TempDir Path folder) {
        try (BotRig before = BotRig.start(Databases.sqlite(folder), Map.of())) {
            String room = before.declare("ann", "sev2 Left behind");
            before.say("finn", room, "role tech");
            before.stopBot();
            before.workspace.deactivate("finn");

            BotRig after = BotRig.start(before.workspace, Databases.sqlite(folder), Map.of());

            await("the free role", () -> after.texts(room).stream()
                    .anyMatch(text -> text.contains("is in this workspace no longer; nobody is tech lead now")));
            after.stopBot();
        }
    }

    @Test
    void showsOnTheHomePageWhatSomebodyLeadsAndAdminsHowTheBotIs() {
        String room = bot.declare("ann", "sev2 On the home page");
        bot.say("eve", room, "role ic");

        bot.as("eve").openHome();
        await("her page", () -> home("eve").contains("You are *incident commander*"));
        assertThat(home("eve")).contains("Next update owed", "How Muster is", "database");
        bot.as("ann").openHome();
        await("another page", () -> home("ann").contains("On the home page"));
        assertThat(home("ann")).doesNotContain("How Muster is");
        assertThat(bot.say("ann", "general", "doctor").body().toString()).contains("Muster is well", "database: fine");
    }

    private static String home(String handle) {
        return bot.workspace.home(handle).map(JsonNode::toString).orElse("");
    }

    private static String message(String room, String words) {
        return find(room, words).map(JsonNode::toString).orElse("");
    }

    private static String ts(String room, String words) {
        return find(room, words).orElseThrow().path("ts").asText();
    }

    private static Optional<JsonNode> find(String room, String words) {
        return bot.workspace.messages(room).stream()
                .filter(found -> found.path("text").asText().contains(words))
                .filter(found -> found.has("blocks"))
                .reduce((one, other) -> other);
    }

    private static List<String> members(String room) {
        List<String> ids = new ArrayList<>();
        bot.channel(room).path("members").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    private static String direct(String handle) {
        return bot.as(handle).openDm();
    }

    private static String id(String room) {
        Matcher number = Pattern.compile("inc-(\\d+)-").matcher(room);
        assertThat(number.find()).isTrue();
        return "INC-" + number.group(1);
    }
}
