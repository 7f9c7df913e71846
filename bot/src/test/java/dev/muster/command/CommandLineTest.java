package dev.muster.command;

import static dev.muster.command.CommandRig.ANN;
import static dev.muster.command.CommandRig.BOB;
import static dev.muster.command.CommandRig.EVE;
import static dev.muster.command.CommandRig.LOBBY;
import static dev.muster.command.CommandRig.room;
import static dev.muster.command.CommandRig.shown;
import static dev.muster.command.CommandRig.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.desk.Incidents.Which;
import dev.muster.desk.Notice.Actions;
import dev.muster.desk.Notice.Card;
import dev.muster.desk.Notice.Lines;
import dev.muster.desk.Notice.Listing;
import dev.muster.desk.Policy;
import dev.muster.desk.Teams.Team;
import dev.muster.incident.ActionItem;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.Milestone;
import dev.muster.incident.Refusal;
import dev.muster.incident.Role;
import dev.muster.incident.Samples;
import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import dev.muster.incident.StatusUpdate;
import dev.muster.runbook.Outcome;
import dev.muster.slack.view.FormView;
import dev.muster.slack.view.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private CommandRig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new CommandRig(folder);
        rig.declare("sev2 Checkout is down");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void asksWhatWasMeantByWordsThatNobodyUnderstands() {
        assertThat(rig.tell("resovle"))
                .isEqualTo("I do not know `resovle`. Did you mean `/incident resolve`? Nothing was changed. "
                        + "All I know: `/incident help`.");
        assertThat(rig.tell("xyzzy"))
                .isEqualTo("I do not know `xyzzy`. Nothing was changed. All I know: `/incident help`.");
        assertThat(rig.tell("42x `code`")).startsWith("I do not know `42x`.");
    }

    @Test
    void showsHowItStandsInTheChannelAndWhatIsOpenElsewhere() {
        assertThat(shown(rig.say(ANN, room(1), ""))).isEqualTo(new Card(rig.incident()));
        assertThat(shown(rig.say(ANN, LOBBY, " "))).isEqualTo(new Listing("Open incidents", List.of(rig.incident())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 status", "INC-1 status", "inc-1 STATUS", " 1  status ", "1", "INC-1"})
    void isAboutTheIncidentThatIsNamedFromAnywhere(String words) {
        rig.declare("Search is slow");

        assertThat(shown(rig.say(ANN, LOBBY, words))).isEqualTo(new Card(rig.incident()));
        assertThat(shown(rig.say(ANN, room(2), words))).isEqualTo(new Card(rig.incident()));
    }

    @Test
    void changesTheIncidentThatIsNamedNotTheOneOfTheChannel() {
        rig.declare("Search is slow");

        rig.tell(BOB, room(2), "INC-1 sev sev1");

        assertThat(rig.incident().severity()).isEqualTo(Severity.SEV1);
        assertThat(rig.incidents.get(new IncidentId(2)).severity()).isEqualTo(Severity.SEV2);
    }

    @Test
    void saysThatThereIsNoSuchIncident() {
        assertThat(rig.tell("99 status")).isEqualTo("There is no INC-99. See `/incident list`.");
        assertThat(rig.tell("INC-99 resolve")).isEqualTo("There is no INC-99. See `/incident list`.");
    }

    @Test
    void namesTheOpenIncidentsWhereTheChannelIsNone() {
        assertThat(rig.tell(ANN, LOBBY, "resolve"))
                .isEqualTo(
                        "This channel is no incident's. Nothing was changed. "
                                + "Which one do you mean? Press it, or name it first, e.g. `/incident INC-1 resolve`. Open: `INC-1`.");
    }

    @Test
    void saysHowToDeclareWhereNothingIsOpen() {
        rig.tell("resolve");
        rig.tell("close");

        assertThat(rig.tell(ANN, LOBBY, "sev sev1"))
                .isEqualTo("This channel is no incident's. Nothing was changed. "
                        + "No incident is open. To declare one: `/incident declare sev2 what is wrong`.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    update --next 30m                  | next   | 30m
                    role <@U0BOB>                      | user   | U0BOB
                    note 14:05                         | at     | 14:05
                    decision yesterday 14:05           | at     | yesterday 14:05
                    action <@U0BOB> high               | owner  | U0BOB
                    declare --private                  | private | yes
                    declare sev1 --at 10m ago          | at     | 10m ago
                    """)
    void asksForWhatIsMissingAndKeepsWhatWasTyped(String words, String field, String value) {
        Form form = rig.ask(ANN, room(1), words);

        assertThat(form.filled()).containsEntry(field, value);
        assertThat(words).startsWith(form.verb());
        assertThat(form.channel()).isEqualTo(room(1));
    }

    @Test
    void saysOnTheFormWhichIncidentItIsAbout() {
        Form form = rig.ask(ANN, LOBBY, "INC-1 update");

        assertThat(form.incident()).contains(new IncidentId(1));
        assertThat(form.title()).isEqualTo("INC-1 update");
        assertThat(form.submit()).isEqualTo("Post update");
    }

    @Test
    void suggestsAnswersUnlessSomethingElseWasTyped() {
        Form empty = rig.ask(ANN, LOBBY, "declare");
        Form typed = rig.ask(ANN, LOBBY, "declare sev1 --drill");

        assertThat(empty.filled())
                .containsOnly(Map.entry("severity", "sev2"), Map.entry("private", "no"), Map.entry("drill", "no"));
        assertThat(typed.filled())
                .containsOnly(Map.entry("severity", "sev1"), Map.entry("private", "no"), Map.entry("drill", "yes"));
        assertThat(empty.incident()).isEmpty();
    }

    @Test
    void opensAFormEvenIfNothingIsMissing() {
        Form form = rig.commands.form("declare", Optional.empty(), rig.said(ANN, LOBBY, "sev1 Checkout is down"));

        assertThat(form.filled()).containsEntry("title", "Checkout is down").containsEntry("severity", "sev1");
    }

    @Test
    void offersFormsThatFitIntoSlack() {
        for (Verb verb : rig.verbs.values()) {
            if (!verb.fields().isEmpty()) {
                Form form = rig.commands.form(verb.name(), Optional.empty(), rig.said(ANN, room(1), ""));

                Limits.assertWithin(FormView.of(form));
            }
        }
    }

    @Test
    void doesWhatAFilledInFormSays() {
        Reply reply = rig.commands.submit(
                "stage",
                Optional.of(new IncidentId(1)),
                rig.said(BOB, LOBBY, "stage"),
                Map.of("stage", "mitigating", "text", "rolling back", "at", ""));

        assertThat(text(reply)).isEqualTo("INC-1: detected → mitigating. Whom it hurts is not on the record yet.");
        assertThat(rig.last().text()).isEqualTo("Stage detected → mitigating: rolling back");
    }

    @Test
    void refusesAFormOnWhichANeededAnswerIsMissing() {
        assertThatThrownBy(() -> rig.commands.submit(
                        "update",
                        Optional.of(new IncidentId(1)),
                        rig.said(BOB, LOBBY, "update"),
                        Map.of("text", " ", "next", "30m")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Please answer: What do we know?.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "note we deployed",
                "decision we roll back",
                "update still down",
                "action raise the limit",
                "snooze 15m",
                "sev sev1",
                "stage mitigating",
                "role ic",
                "resolve it was the pool"
            })
    void happensOnceHoweverOftenTheSameRequestComes(String words) {
        Said said = rig.said(ANN, room(1), words);

        rig.commands.run(said);
        Incident once = rig.incident();
        int lines = rig.timeline(1).size();
        rig.commands.run(said);

        assertThat(rig.incident()).isEqualTo(once);
        assertThat(rig.timeline(1)).hasSize(lines);
    }

    @Test
    void declaresOnceHoweverOftenTheSameRequestComes() {
        Said said = rig.said(ANN, LOBBY, "declare Search is slow");

        String first = text(rig.commands.run(said));
        String second = text(rig.commands.run(said));

        assertThat(second).isEqualTo(first).contains("INC-2");
        assertThat(rig.incidents.list(Which.ALL)).hasSize(2);
        assertThat(rig.declare("Login fails").id()).isEqualTo(new IncidentId(3));
    }

    @Test
    void startsARunbookOnceHoweverOftenTheSameRequestComes() {
        Said said = rig.said(ANN, room(1), "runbook start disk-space");

        String first = text(rig.commands.run(said));
        String second = text(rig.commands.run(said));

        assertThat(second).isEqualTo(first);
        assertThat(rig.runs.runs(new IncidentId(1))).hasSize(1);
    }

    @Test
    void happensTwiceWhenItIsSaidTwice() {
        rig.tell("note we deployed");
        rig.tell("note we deployed");

        assertThat(rig.timeline(1))
                .filteredOn(entry -> entry.kind() == Kind.NOTE)
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sev sev9            | There is no severity `sev9`. Nothing was changed. Try `sev1`, `sev2` or `sev3`.
                    stage mitigatign    | Did you mean "mitigating"?
                    stage closed        | The stages: investigating, identified, mitigating, monitoring, resolved.
                    role king           | The roles: `ic`, `tech`, `comms`.
                    close               | Resolve it first: `/incident resolve`.
                    reopen because x    | There is nothing to reopen.
                    snooze soon         | `soon` is no length of time. Nothing was changed. Try `30m` or `2h`.
                    snooze 0m           | Try `30m` or `2h`.
                    actions done        | Say its number, e.g. `/incident actions done 3`.
                    actions done x      | Say its number, e.g. `/incident actions done 3`.
                    actions done 9      | INC-1 has no action item 9. See `/incident actions`.
                    actions dance       | `actions done 3`
                    runbook start disk-spaec | Did you mean "disk-space"?
                    runbook start       | See `/incident runbook list`.
                    runbook strat x     | Did you mean "start"?
                    runbook stop        | No runbook is running in INC-1.
                    action x by 2026-11-01 | is in the past. Nothing was changed. Name a time to come.
                    declare x --at 2026-12-01T10:00 | is yet to come. Nothing was changed. Name a time that has passed.
                    stage identified --at 9 moons ago | Try `14:05`, `10m ago`
                    """)
    void refusesAndSaysWhatToDoInstead(String words, String expected) {
        Incident before = rig.incident();

        String answer = rig.tell(words);

        assertThat(answer).contains(expected).doesNotContain("Sorry");
        assertThat(rig.incident()).isEqualTo(before);
        assertThat(rig.incidents.list(Which.ALL)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update x", "sev sev1", "stage mitigating", "snooze 5m", "role ic", "note x", "resolve x"})
    void refusesToTouchWhatIsClosedAndSaysHowToGoOn(String words) {
        rig.tell("resolve");
        rig.tell("close");
        int lines = rig.timeline(1).size();

        assertThat(rig.tell(words)).contains("To work on it again: `/incident reopen because …`");
        assertThat(rig.timeline(1)).hasSize(lines);
    }

    @Test
    void regretsAMistakeOfItsOwnAndNamesTheRequest() {
        CommandLine commands = new CommandLine(
                List.of(new BrokenVerb()),
                rig.incidents,
                new Policy(new Policy.Table(Map.of(), List.of()), group -> Optional.empty(), rig.people),
                CommandRig.SECRETS);

        String answer = text(commands.run(new Said(ANN, LOBBY, "break", "request-x", Samples.NOW)));

        assertThat(answer).startsWith("Sorry, that went wrong on my side").contains("request-x");
    }

    @Test
    void showsAPrivateIncidentToThoseWhoHaveToDoWithIt() {
        rig.declare("--private Key was stolen <@U0BOB> as ic");

        assertThat(shown(rig.say(ANN, LOBBY, "2 status"))).isInstanceOf(Card.class);
        assertThat(shown(rig.say(BOB, LOBBY, "2 status"))).isInstanceOf(Card.class);
        assertThat(shown(rig.say(EVE, room(2), "status"))).isInstanceOf(Card.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 status",
                "INC-2",
                "2 update x",
                "2 update",
                "2 resolve",
                "2 role ic",
                "2 note x",
                "2 timeline",
                "2 runbook status",
                "2 action x",
                "2 snooze",
                "2 sev sev1",
                "2 close",
                "2 reopen because x"
            })
    void deniesAPrivateIncidentToOthersAsIfThereWereNone(String words) {
        rig.declare("--private Key was stolen");
        Incident before = rig.incidents.get(new IncidentId(2));
        int lines = rig.timeline(2).size();

        assertThat(rig.tell(EVE, LOBBY, words)).isEqualTo("There is no INC-2. See `/incident list`.");
        assertThat(rig.incidents.get(new IncidentId(2))).isEqualTo(before);
        assertThat(rig.timeline(2)).hasSize(lines);
    }

    @Test
    void listsNothingOfAPrivateIncidentToOthers() {
        rig.declare("--private Key was stolen");
        rig.tell(ANN, room(2), "action Rotate the key <@U0BOB>");

        assertThat(titles(rig.say(EVE, LOBBY, "list all"))).containsExactly("Checkout is down");
        assertThat(titles(rig.say(EVE, LOBBY, "list all key"))).isEmpty();
        assertThat(((Actions) shown(rig.say(EVE, LOBBY, "actions all"))).items())
                .isEmpty();
        assertThat(rig.tell(EVE, LOBBY, "resolve")).contains("`INC-1`").doesNotContain("INC-2");
        assertThat(rig.tell(EVE, LOBBY, "actions INC-2 done 1")).doesNotContain("Rotate");
        assertThat(rig.incidents.get(new IncidentId(2)).action(1).isOpen()).isTrue();
    }

    @Test
    void takesNoFormForAPrivateIncidentFromOthers() {
        rig.declare("--private Key was stolen");

        assertThatThrownBy(() -> rig.commands.submit(
                        "update", Optional.of(new IncidentId(2)), rig.said(EVE, LOBBY, "update"), Map.of("text", "ha")))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no INC-2. See `/incident list`.");
        assertThatThrownBy(() -> rig.commands.form("update", Optional.of(new IncidentId(2)), rig.said(EVE, LOBBY, "")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void declaresWithEverythingThatWasTyped() {
        String answer =
                rig.tell(BOB, LOBBY, "declare Search &amp; <@U0ANN> slow sev3 <@U0ANN> as ic --drill --at 10m ago");

        Incident incident = rig.incidents.get(new IncidentId(2));
        assertThat(answer).contains("*INC-2* is declared as *sev3*: Search &amp; @Ann slow");
        assertThat(incident.title()).isEqualTo("Search & @Ann slow");
        assertThat(incident.severity()).isEqualTo(Severity.SEV3);
        assertThat(incident.facts().drill()).isTrue();
        assertThat(incident.facts().isPrivate()).isFalse();
        assertThat(incident.facts().declaredBy()).isEqualTo(BOB.actor());
        assertThat(incident.holder(Role.IC)).contains(ANN.id());
        assertThat(incident.time(Milestone.BEGAN)).contains(Samples.NOW.minusSeconds(600));
    }

    @Test
    void givesAnUpdateAndMovesTheNext() {
        rig.pass(Duration.ofMinutes(10));

        rig.tell(BOB, room(1), "update <@U0ANN> rolls back --next 2h");

        assertThat(rig.incident().rhythm().latest())
                .contains(new StatusUpdate("@Ann rolls back", Samples.NOW.plusSeconds(600), BOB.actor()));
        assertThat(rig.incident().rhythm().due()).contains(Samples.NOW.plusSeconds(600 + 7200));
    }

    @Test
    void takesARoleOrGivesIt() {
        assertThat(rig.tell("role tech <@U0BOB>")).startsWith("<@U0BOB> is now tech lead of INC-1.");
        assertThat(rig.tell("role tech <@U0ANN>")).contains("<@U0ANN> is now tech lead", "It was <@U0BOB>.");
        assertThat(rig.tell("role tech")).isEqualTo("<@U0ANN> is tech lead of INC-1 already.");
        assertThat(rig.incident().roles()).containsOnly(Map.entry(Role.TECH, ANN.id()));
    }

    @Test
    void changesTheSeverityAndSaysWhatFollows() {
        assertThat(rig.tell("sev sev1 because all of Europe"))
                .isEqualTo("INC-1: sev2 → sev1. An update is owed every 15 min. Who is told next: On-call.");
        assertThat(rig.tell("sev SEV-1")).isEqualTo("INC-1 is sev1 already.");
        assertThat(rig.last().data()).containsEntry("reason", "all of Europe");
    }

    @Test
    void writesANoteAtTheTimeThatItIsAboutInTheZoneOfTheWriter() {
        rig.tell(BOB, room(1), "note 08:30 deployed 1.2");

        assertThat(rig.last().kind()).isEqualTo(Kind.NOTE);
        assertThat(rig.last().text()).isEqualTo("deployed 1.2");
        assertThat(rig.last().at()).isEqualTo(Instant.parse("2026-11-20T13:30:00Z"));
        assertThat(rig.last().actor()).contains(BOB.actor());
    }

    @Test
    void movesToAStageThatWasReachedEarlier() {
        rig.tell("stage mitigating rolling back --at 14:30");

        assertThat(rig.incident().stage()).isEqualTo(Stage.MITIGATING);
        assertThat(rig.incident().time(Milestone.INVESTIGATING)).contains(Instant.parse("2026-11-20T13:30:00Z"));
        assertThat(rig.tell("stage mitigating")).isEqualTo("INC-1 is mitigating already.");
    }

    @Test
    void resolvesByStageToo() {
        rig.tell("stage resolved it was the pool --at 14:30");

        assertThat(rig.incident().stage()).isEqualTo(Stage.RESOLVED);
        assertThat(rig.incident().time(Milestone.RESTORED)).contains(Instant.parse("2026-11-20T13:30:00Z"));
        assertThat(rig.incident().rhythm().due()).isEmpty();
    }

    @Test
    void givesAnActionItemAndEchoesItsTimeInTheZoneOfWhoeverTyped() {
        String answer = rig.tell("action Raise the limit <@U0BOB> by 2026-12-01 16:30 high");

        assertThat(answer).contains("Action item 1 of INC-1 is <@U0BOB>'s").contains("(2026-12-01 16:30 CET)");
        assertThat(rig.incident().action(1))
                .isEqualTo(new ActionItem(
                        1,
                        "Raise the limit",
                        BOB.id(),
                        Instant.parse("2026-12-01T15:30:00Z"),
                        BOB.zone(),
                        ActionItem.Priority.HIGH,
                        ActionItem.State.OPEN,
                        0,
                        Optional.empty(),
                        ActionItem.Aim.NONE));
    }

    @Test
    void saysWhatAnActionItemIsForAndAsksBackWhereNobodyCouldTellWhetherItIsDone() {
        String exact = rig.tell("action Alert on the pool above 80 % from #1 <@U0BOB> by 2026-12-01 high improve");
        String vague = rig.tell("action improve monitoring prevent");

        ActionItem first = rig.incident().action(1);
        assertThat(first.text()).isEqualTo("Alert on the pool above 80 %");
        assertThat(first.aim()).isEqualTo(new ActionItem.Aim(Optional.of(ActionItem.Sort.IMPROVE), Optional.of(1L)));
        assertThat(exact).doesNotContain("tell whether it is done");
        assertThat(rig.incident().action(2).aim().sort()).contains(ActionItem.Sort.PREVENT);
        assertThat(vague).contains("Action item 2 of INC-1 is", "Which signal is it, from which value on");
        assertThat(rig.tell("reword 2 Page on-call when p99 > 2 s for 5 min")).contains("Action item 2 of INC-1: open");
        assertThat(rig.incident().action(2).text()).isEqualTo("Page on-call when p99 > 2 s for 5 min");
    }

    @Test
    void listsActionItemsOfAnOwnerAndThoseThatAreOverdue() {
        rig.tell("action Raise the limit to 40 <@U0BOB> by 2026-12-01");
        rig.tell("action Write 3 alerts by 2026-12-02");

        assertThat(items("actions <@U0BOB>")).containsExactly("Raise the limit to 40");
        assertThat(items("actions overdue")).isEmpty();
        rig.pass(Duration.ofDays(15));
        assertThat(items("actions overdue")).containsExactly("Raise the limit to 40", "Write 3 alerts");
        rig.tell("actions done 1");
        assertThat(items("actions overdue")).containsExactly("Write 3 alerts");
    }

    @Test
    void tellsWhatBecameOfAnActionItem() {
        rig.tell("action Raise the limit to 40 <@U0BOB> by 2026-12-01");
        rig.tell("action Write 3 alerts by 2026-12-02");
        rig.tell("actions start 1");
        rig.tell("actions done 1");

        assertThat(rig.tell("actions history 1"))
                .contains("*Action item 1 of INC-1*: Raise the limit to 40, done", "(#3)")
                .containsSubsequence("Action item 1 for", "is in progress", "is done")
                .doesNotContain("Write 3 alerts");
        assertThat(rig.tell("actions history 9")).contains("has no action item 9");
    }

    @Test
    void listsActionItemsOfATeam() {
        rig.tell("action Raise the limit to 40 <@U0BOB> by 2026-12-01");
        rig.tell("action Write 3 alerts by 2026-12-02");
        rig.declare("Salaries were mailed --private");
        rig.tell(ANN, room(2), "action Rotate 2 keys <@U0BOB> by 2026-12-02");
        assertThat(rig.tell("actions @sre")).contains("not heard from Slack yet", "Nothing was listed");

        rig.teams = Optional.of(List.of(
                new Team("S0SRE", "sre", Set.of(BOB.id(), EVE.id())), new Team("S0IDLE", "idle", Set.of(EVE.id()))));

        assertThat(items("actions <!subteam^S0SRE|@sre>")).containsExactly("Raise the limit to 40", "Rotate 2 keys");
        assertThat(items("actions <!subteam^S0SRE>")).containsExactly("Raise the limit to 40", "Rotate 2 keys");
        assertThat(items("actions @SRE")).hasSize(2);
        assertThat(items("actions @idle")).isEmpty();
        assertThat(items(rig.say(EVE, LOBBY, "actions @sre"))).containsExactly("Raise the limit to 40");
        assertThat(((Actions) shown(rig.say(EVE, LOBBY, "actions @sre"))).title())
                .isEqualTo("Open action items of @sre");
    }

    @Test
    void saysWhichTeamItDoesNotKnow() {
        rig.teams = Optional.of(List.of(new Team("S0SRE", "sre-night", Set.of(BOB.id()))));

        assertThat(rig.tell("actions @sre-nigth"))
                .contains("There is no user group `@sre-nigth`", "Did you mean \"@sre-night\"?", "Nothing was listed");
        assertThat(rig.tell("actions <!subteam^S0GONE|@gone>")).contains("There is no user group `S0GONE`");
    }

    private List<String> items(String words) {
        return items(rig.say(ANN, room(1), words));
    }

    @Test
    void givesAnActionItemToWhoeverTypedForAWeekIfNothingElseIsSaid() {
        rig.tell("action Raise the limit");

        ActionItem item = rig.incident().action(1);
        assertThat(item.owner()).isEqualTo(ANN.id());
        assertThat(item.due()).isEqualTo(Instant.parse("2026-11-27T08:00:00Z"));
        assertThat(item.priority()).isEqualTo(ActionItem.Priority.MEDIUM);
    }

    @Test
    void listsOpenActionItemsOfTheChannelOfAPersonAndOfAll() {
        rig.tell("action One <@U0BOB> by in 3 days");
        rig.tell("action Two by in 2 days");
        rig.declare("Search is slow");
        rig.tell(ANN, room(2), "action Three <@U0BOB> by in 1 day");
        rig.tell("actions done 2");

        assertThat(items(rig.say(ANN, room(1), "actions"))).containsExactly("One");
        assertThat(items(rig.say(BOB, LOBBY, "actions"))).containsExactly("Three", "One");
        assertThat(items(rig.say(BOB, room(1), "actions mine"))).containsExactly("Three", "One");
        assertThat(items(rig.say(ANN, room(1), "actions all"))).containsExactly("Three", "One");
        assertThat(items(rig.say(ANN, LOBBY, "actions mine"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"actions INC-1 done 1", "actions done 1 INC-1", "INC-1 actions done 1", "1 actions done 1"})
    void finishesAnActionItemFromAnywhereByTheIncidentThatIsNamed(String words) {
        rig.tell("action One");
        rig.declare("Search is slow");
        rig.tell(ANN, room(2), "action Two");

        String answer = rig.tell(ANN, room(2), words);

        assertThat(answer).isEqualTo("Action item 1 of INC-1 is done: One. Thank you.");
        assertThat(rig.incident().action(1).isOpen()).isFalse();
        assertThat(rig.incidents.get(new IncidentId(2)).action(1).isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"actions INC-99 done 1", "99 actions done 1"})
    void doesNotTakeTheChannelsIncidentForANamedOneThatIsNotThere(String words) {
        rig.tell("action One");

        assertThat(rig.tell(words)).isEqualTo("There is no INC-99. See `/incident list`.");
        assertThat(rig.incident().action(1).isOpen()).isTrue();
    }

    @Test
    void putsAReminderOffAndKeepsTheDueTime() {
        rig.tell("action One by 2026-12-01");
        Instant due = rig.incident().action(1).due();

        String answer = rig.tell("actions snooze 1 2h");

        assertThat(answer).startsWith("You will hear of action item 1 of INC-1 again");
        assertThat(rig.incident().action(1).due()).isEqualTo(due);
        assertThat(rig.last().text()).isEqualTo("Reminder of action item 1 snoozed for 2 h");
    }

    @Test
    void listsTheActionItemsOfTheIncidentThatIsNamed() {
        rig.tell("action Raise the limit");

        assertThat(rig.say(ANN, LOBBY, "INC-1 actions").toString()).contains("Open action items of INC-1");
    }

    @Test
    void callsNobodyWhenItRefuses() {
        assertThat(rig.tell("<!channel>")).doesNotContain("<!channel>");
    }

    @Test
    void endsAndTakesUpAnIncidentAgain() {
        rig.tell("action Raise the limit");

        assertThat(rig.tell("resolve It was the pool")).contains("INC-1 is resolved. Open action items: 1;");
        assertThat(rig.tell("close")).startsWith("INC-1 is closed.");
        assertThat(rig.tell(ANN, LOBBY, "1 reopen because it is back"))
                .isEqualTo("INC-1 is open again, at stage investigating.");
        assertThat(rig.incident().stage()).isEqualTo(Stage.INVESTIGATING);
    }

    @Test
    void opensAFormForWhatIsCompleteWhenAFormIsAskedFor() {
        Form form = rig.ask(ANN, LOBBY, "form INC-1 update Still down --next 2h");

        assertThat(form.verb()).isEqualTo("update");
        assertThat(form.incident()).contains(new IncidentId(1));
        assertThat(form.filled()).containsEntry("text", "Still down").containsEntry("next", "2h");
        assertThat(rig.incident().rhythm().latest()).isEmpty();
    }

    @Test
    void listsIncidentsByWhatIsAskedFor() {
        rig.declare("Search is slow");
        rig.tell(BOB, LOBBY, "declare Login fails");
        rig.tell("resolve");
        rig.tell("close");

        assertThat(titles(rig.say(ANN, LOBBY, "list"))).containsExactly("Login fails", "Search is slow");
        assertThat(titles(rig.say(ANN, LOBBY, "list all")))
                .containsExactly("Login fails", "Search is slow", "Checkout is down");
        assertThat(titles(rig.say(BOB, LOBBY, "list mine"))).containsExactly("Login fails");
        assertThat(titles(rig.say(ANN, LOBBY, "list all CHECKOUT"))).containsExactly("Checkout is down");
    }

    @Test
    void walksThroughARunbook() {
        assertThat(rig.tell("runbook")).contains("`disk-space` Disks full (2 steps; never run)");
        assertThat(rig.tell("runbook start disk-space")).contains("(version 0123456789ab) as run 1");
        assertThat(rig.tell("runbook mark 1 clean done")).contains("is not reached yet");
        assertThat(rig.tell("runbook mark 1 look skip")).isEqualTo("The step is skipped.");
        assertThat(rig.tell("runbook status")).contains("run 1: `disk-space` version 0123456789ab, 1 of 2 steps");
        assertThat(rig.tell("runbook give <@U0BOB>")).isEqualTo("“Title of clean” is with <@U0BOB> now.");
        assertThat(rig.tell("runbook give")).contains("Say to whom").contains("Nothing was changed");
        assertThat(rig.tell("runbook stop")).isEqualTo("Stopped run 1 of `disk-space`.");
        assertThat(rig.tell("runbook give <@U0BOB>")).contains("No runbook is running");
        assertThat(rig.tell("runbook list")).contains("run once, last on 2026-11-20, stopped once");
        assertThat(rig.runs.runs(new IncidentId(1)).get(0).result("look").map(result -> result.outcome()))
                .contains(Outcome.SKIPPED);
    }

    @Test
    void showsTheLastKeyMoments() {
        for (int number = 1; number <= 20; number++) {
            rig.tell("note number " + number + " <b>");
        }

        Lines shown = (Lines) ((Reply.Show) rig.say(ANN, CommandRig.room(1), "timeline")).notice();

        assertThat(shown.rows())
                .extracting(row -> row.entry().text())
                .hasSize(15)
                .startsWith("number 6 <b>")
                .endsWith("number 20 <b>");
    }

    @Test
    void explainsEveryVerb() {
        String help = rig.tell("help");

        assertThat(rig.verbs.values()).allSatisfy(verb -> assertThat(help)
                .contains(verb.purpose())
                .contains("`/incident " + verb.usages().get(0) + "`"));
        assertThat(rig.tell("help update"))
                .contains("What do we know? (needed)")
                .doesNotContain("declare");
    }

    private static List<String> titles(Reply reply) {
        return ((Listing) shown(reply))
                .incidents().stream().map(Incident::title).toList();
    }

    private static List<String> items(Reply reply) {
        return ((Actions) shown(reply))
                .items().stream().map(owned -> owned.item().text()).toList();
    }

    /** A verb with a mistake in it. */
    private static final class BrokenVerb implements Verb {

        @Override
        public String name() {
            return "break";
        }

        @Override
        public String purpose() {
            return "Breaks.";
        }

        @Override
        public List<String> usages() {
            return List.of("break");
        }

        @Override
        public boolean aboutIncident() {
            return false;
        }

        @Override
        public Reply act(Request request) {
            throw new IllegalStateException("a mistake that the test wants");
        }
    }
}
