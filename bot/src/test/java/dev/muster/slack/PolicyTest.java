package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.config.SettingsFile;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.workspace.Answer;
import dev.muster.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, through every door of the whole bot. Ann is in command; Dev is an admin, and Finn by his group. */
class PolicyTest {

    /** What only shows something, and is therefore not in the policy. */
    private static final Set<String> LOOKS = Set.of(
            "help",
            "status",
            "brief",
            "list",
            "search",
            "timeline",
            "doctor",
            "similar",
            "insights",
            "score",
            "scenario");

    /** All that is done to an action item is one thing to the policy. */
    private static final Set<String> OF_ACTIONS = Set.of("due", "give", "reword", "drop", "verify");

    private static BotRig bot;
    private static Tables tables;
    private static String room;

    @BeforeAll
    static void start(@TempDir Path folder) {
        Workspace workspace = Workspace.builder().start();
        String group = workspace.usergroup("sre", "Site reliability", "finn");
        bot = BotRig.start(
                workspace,
                Databases.sqlite(folder),
                Map.of(
                        "MUSTER_POLICY_ADMINS", "U0DEV," + group,
                        "MUSTER_POLICY_VERBS_DECLARE", "admin",
                        "MUSTER_POLICY_VERBS_NOTE", "commander",
                        "MUSTER_POLICY_VERBS_ACTION", "commander",
                        "MUSTER_POLICY_VERBS_ACTIONS", "commander",
                        "MUSTER_POLICY_VERBS_RUNBOOK", "commander"));
        tables = new Tables(bot.settings);
        await("the group", () -> !workspace.calls("usergroups.users.list").isEmpty());
        room = bot.declare("dev", "sev2 Checkout is down @ann as ic");
        bot.say("ann", room, "role ic @ann");
        await("nothing left to do", tables::isSettled);
        bot.as("bob").join(room);
        bot.as("finn").join(room);
    }

    @AfterEach
    void settle() {
        bot.workspace.faults().clear();
        await("nothing left to do", tables::isSettled);
        List.of("ann", "bob", "dev", "finn")
                .forEach(who ->
                        bot.workspace.openViews(who).forEach(view -> bot.as(who).closeView()));
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void hasEveryVerbInTheSettings() {
        String help = bot.say("bob", "general", "help").body().orElseThrow().toString();
        Matcher usages = Pattern.compile("`/incident ([a-z]+)").matcher(help);

        List<String> verbs = usages.results()
                .map(found -> found.group(1))
                .filter(verb -> !LOOKS.contains(verb))
                .map(verb -> OF_ACTIONS.contains(verb) ? "actions" : verb)
                .distinct()
                .toList();

        assertThat(verbs).hasSizeGreaterThan(15);
        assertThat(SettingsFile.read(Map.of()).policy().verbs().keySet()).containsAll(verbs);
    }

    @ParameterizedTest
    @CsvSource({"ann, true", "bob, false", "dev, true", "finn, true"})
    void asksWhoTypes(String who, boolean may) {
        String words = "typed by " + who;

        Answer answer = bot.say(who, room, "note " + words);

        assertThat(lines(words)).isEqualTo(may ? 1 : 0);
        assertThat(answer.body().toString())
                .contains(may ? "is on the timeline" : "Only the incident commander of INC-1 (@ann) may use");
        assertThat(answer.millis()).isLessThan(1000);
    }

    @ParameterizedTest
    @CsvSource({"ann, true", "bob, false", "dev, true", "finn, true"})
    void asksWhoPresses(String who, boolean may) {
        bot.as(who).press(room, card(), "say:action");

        if (may) {
            await("the form", () -> bot.workspace.openViews(who).size() == 1);
        } else {
            await("a refusal", () -> told(who, "Only the incident commander"));
            assertThat(bot.workspace.openViews(who)).isEmpty();
        }
    }

    /** The role passes on while the form is open. */
    @Test
    void asksAgainWhenAFormIsSent() {
        bot.say("bob", room, "role ic @bob");
        bot.say("bob", room, "note");
        await("the form", () -> !bot.workspace.openViews("bob").isEmpty());
        bot.say("ann", room, "role ic @ann");

        bot.as("bob").submit(Map.of("text", "filled in too late"));

        assertThat(lines("filled in too late")).isZero();
        assertThat(bot.workspace.pushes().stream()
                        .filter(push -> push.kind().equals("view_submission"))
                        .map(push -> push.answer().toString()))
                .anyMatch(answer -> answer.contains("errors") && answer.contains("Only the incident commander"));
    }

    @ParameterizedTest
    @CsvSource({"bob, false", "finn, true"})
    void asksWhoUsesAShortcutOnAMessage(String who, boolean may) {
        String words = "Seen and remembered by " + who;
        String ts = bot.as("ann").post(room, words);

        bot.as(who).messageShortcut("timeline_add", room, ts);
        bot.as(who).messageShortcut("incident_from_message", room, ts);

        if (may) {
            await("the line", () -> tables.count("timeline WHERE kind = 'note' AND text = ?", words) == 1);
            await("the form", () -> bot.workspace.openViews(who).size() == 1);
        } else {
            await(
                    "two refusals",
                    () -> told(who, "may use `/incident note`") && told(who, "may use `/incident declare`"));
            assertThat(tables.count("timeline WHERE kind = 'note' AND text = ?", words))
                    .isZero();
            assertThat(bot.workspace.openViews(who)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"bob, false", "dev, true"})
    void asksWhoUsesTheShortcutThatIsEverywhere(String who, boolean may) {
        assertThat(bot.as(who).shortcut("incident_new").ok()).isTrue();

        if (may) {
            await("the form", () -> bot.workspace.openViews(who).size() == 1);
        } else {
            await(
                    "a refusal",
                    () -> bot.workspace.dms(who).toString().contains("Only an admin may use `/incident declare`"));
            assertThat(bot.workspace.openViews(who)).isEmpty();
        }
    }

    @Test
    void asksWhoSetsACheckMarkOnAStep() {
        bot.say("ann", room, "runbook start bad-deployment");
        await("the step", () -> !step().isEmpty());
        await("that the bot knows what it posted", tables::isSettled);
        String ts = step();

        bot.as("bob").react(room, ts, "white_check_mark");
        await("a refusal", () -> told("bob", "may use `/incident runbook`"));
        await("nothing left to do", tables::isSettled);
        assertThat(done()).isZero();

        bot.as("finn").react(room, ts, "white_check_mark");
        await("the line", () -> done() == 1);
        assertThat(tables.texts("SELECT actor_id FROM timeline WHERE kind = 'runbook' AND text LIKE 'Step %: done'"))
                .containsExactly("U0FINN");
    }

    @Test
    void asksWhoSetsACheckMarkOnAnActionItem() {
        bot.say("ann", room, "action Marked by its owner @bob in 1s");
        await("the reminder", () -> !reminder("bob").isEmpty());
        await("that the bot knows what it posted", tables::isSettled);
        String channel = bot.as("bob").openDm();

        bot.as("bob").react(channel, reminder("bob"), "white_check_mark");

        await(
                "a refusal",
                () -> bot.workspace.dms("bob").toString().contains("may use `/incident actions`")
                        || told("bob", "may use `/incident actions`"));
        assertThat(lines("is done: Marked by its owner")).isZero();
    }

    @Test
    void answersWithinASecondWhileSlackIsSlow() {
        bot.workspace.faults().delayAll(Duration.ofMillis(2500));

        Answer refused = bot.say("bob", room, "note slow");
        Answer done = bot.say("finn", room, "note slow and done");

        assertThat(refused.millis()).isLessThan(1000);
        assertThat(done.millis()).isLessThan(1000);
        assertThat(refused.body().toString()).contains("Only the incident commander");
        assertThat(lines("slow and done")).isEqualTo(1);
    }

    private static long lines(String words) {
        return tables.count("timeline WHERE kind IN ('note', 'action') AND text LIKE ?", "%" + words);
    }

    private static long done() {
        return tables.count("timeline WHERE kind = 'runbook' AND text LIKE 'Step %: done'");
    }

    private static boolean told(String who, String words) {
        return bot.workspace.ephemerals(who).toString().contains(words);
    }

    private static String card() {
        return find(bot.workspace.messages(room), "say:action");
    }

    private static String step() {
        return find(bot.workspace.messages(room), "say:runbook:mark");
    }

    private static String reminder(String who) {
        return find(bot.workspace.dms(who), "say:actions:INC-1:done");
    }

    private static String find(List<JsonNode> messages, String button) {
        return messages.stream()
                .filter(message -> message.toString().contains(button))
                .map(message -> message.path("ts").asText())
                .findFirst()
                .orElse("");
    }
}
