package dev.muster.command;

import static dev.muster.command.CommandRig.ANN;
import static dev.muster.command.CommandRig.BOB;
import static dev.muster.command.CommandRig.EVE;
import static dev.muster.command.CommandRig.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.desk.Incidents.Which;
import dev.muster.desk.Notice.Brief;
import dev.muster.desk.Notice.Suggested;
import dev.muster.desk.Person;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Milestone;
import dev.muster.incident.Proposal.State;
import dev.muster.incident.Proposing;
import dev.muster.incident.Role;
import dev.muster.incident.Stage;
import dev.muster.incident.StatusUpdate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who leads, who decides, and what it does to others: as people type it, press it and fill it in. */
class CommandingTest {

    private CommandRig rig;

    @BeforeEach
    void declare(@TempDir Path folder) {
        rig = new CommandRig(folder);
        rig.declare("sev2 Checkout is down");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void givesARoleToTheFirstWhoTakesItAndTellsTheOthersWho() {
        assertThat(tell(BOB, "role ic")).contains("<@U0BOB> is now incident commander");
        assertThat(tell(EVE, "role ic"))
                .contains("<@U0BOB> is incident commander of INC-1 already", "Nothing was changed");
        assertThat(tell(BOB, "role ic")).contains("already");
        assertThat(incident().holder(Role.IC)).contains(BOB.id());

        assertThat(tell(EVE, "role ic <@U0EVE>")).contains("It was <@U0BOB>");
    }

    @Test
    void handsARoleOverOnlyToWhoAccepts() {
        tell(ANN, "role ic");

        assertThat(tell(ANN, "handover ic <@U0BOB>")).contains("is offered to <@U0BOB>", "<@U0ANN> stays responsible");
        assertThat(tell(EVE, "handover accept ic")).contains("not to you");
        assertThat(incident().holder(Role.IC)).contains(ANN.id());
        assertThat(tell(BOB, "handover accept ic")).contains("You are incident commander", "it was <@U0ANN>");
        assertThat(incident().holder(Role.IC)).contains(BOB.id());
        assertThat(tell(BOB, "handover accept ic")).contains("not offered to anybody");
    }

    @Test
    void asksForWhatAHandoverLacks() {
        assertThat(rig.say(ANN, room(1), "handover tech"))
                .isInstanceOfSatisfying(
                        Reply.Ask.class, ask -> assertThat(ask.form().filled()).containsEntry("role", "tech"));
        tell(ANN, "role tech");
        submit("handover", Map.of("role", "tech", "user", "U0EVE"));

        assertThat(incident().conduct().offer(Role.TECH))
                .map(offer -> offer.to().id())
                .contains(EVE.id());
        assertThat(tell(EVE, "handover decline tech on the train")).contains("stays with <@U0ANN>");
        assertThat(incident().conduct().offers()).isEmpty();
    }

    @Test
    void letsTheCommanderDecideOnWhatSomebodyElseProposes() {
        tell(ANN, "role ic");

        assertThat(tell(BOB, "propose Roll back 4711")).contains("Proposal 1", "<@U0ANN>");
        assertThat(tell(BOB, "propose approve 1")).contains("for <@U0ANN> to decide", "Nothing was changed");
        assertThat(tell(EVE, "propose approve 1")).contains("for <@U0ANN> to decide");
        assertThat(state(1)).isEqualTo(State.OPEN);
        assertThat(tell(ANN, "propose approve #1 because the graph says so")).contains("open → approved");
        assertThat(tell(EVE, "propose halt 1")).contains("for <@U0ANN> to decide");
        assertThat(tell(ANN, "propose halt 1 because it got worse")).contains("approved → halted");
    }

    @Test
    void needsASecondPersonAlsoForTheCommander() {
        tell(ANN, "role ic");
        tell(BOB, "role tech");

        assertThat(tell(ANN, "propose Drain host b")).contains("before <@U0BOB>");
        assertThat(tell(ANN, "propose approve 1")).contains("Nothing was changed");
        assertThat(tell(EVE, "propose approve 1")).contains("for <@U0BOB> to decide");
        assertThat(tell(BOB, "propose approve 1")).contains("open → approved");
        assertThat(tell(ANN, "propose done 1")).contains("approved → done");
    }

    @Test
    void understandsWhatIsHurtInAnyOrder() {
        assertThat(tell(ANN, "impact --users 3k Cards are declined --services checkout,pay --slo pay=12%"))
                .contains(
                        "unknown → Cards are declined · 3000 users · services: checkout, pay · pay: 12% of the error budget");
        assertThat(tell(ANN, "impact --users 1,200")).contains("3000 users", "→ Cards are declined · 1200 users");
        assertThat(tell(ANN, "impact --users 1200")).contains("known already");
        assertThat(tell(ANN, "impact --users many")).contains("`many` is no number", "Nothing was changed");
        assertThat(tell(ANN, "impact --slo pay")).contains("no error budget");
    }

    @Test
    void refusesAStageAtATimeThatContradictsAKnownOne() {
        tell(ANN, "time T0 1h ago");

        assertThat(tell(ANN, "stage monitoring --at 2h ago"))
                .contains(
                        "T3 cannot be at",
                        "because T0 (impact began) was at",
                        "Nothing was changed",
                        "`/incident time T0 …`");

        assertThat(incident().stage()).isEqualTo(Stage.DETECTED);
        tell(ANN, "time T0 3h ago");
        tell(ANN, "stage monitoring --at 2h ago");
        Instant then = rig.now().minus(Duration.ofHours(2));
        assertThat(incident().time(Milestone.MITIGATED)).contains(then);
        assertThat(incident().time(Milestone.DETECTED))
                .as("nobody said when, and then it was known")
                .contains(then);
    }

    @Test
    void knowsWhichItemsAreBegun() {
        tell(ANN, "action Raise the limit in 3 days");

        assertThat(tell(ANN, "actions start 1")).isEqualTo("Action item 1 of INC-1 is in progress.");

        assertThat(incident().action(1).isOpen())
                .as("its owner is reminded as before")
                .isTrue();
        assertThat(tell(ANN, "actions done 1")).contains("is done");
        assertThat(tell(ANN, "actions start 1")).isEqualTo("Action item 1 of INC-1 is done.");
    }

    @Test
    void showsWhatIsKnownOnTheFormOfTheImpact() {
        tell(ANN, "impact --users 1200 Cards are declined");

        assertThat(rig.say(ANN, room(1), "impact")).isInstanceOfSatisfying(Reply.Ask.class, ask -> assertThat(
                        ask.form().filled())
                .containsEntry("users", "1,200")
                .containsEntry("text", "Cards are declined"));
        submit("impact", Map.of("text", "Cards work again", "users", "0"));

        assertThat(incident().conduct().impact().users()).contains(0L);
    }

    @Test
    void tellsSomebodyNewWhatThereIsToKnow() {
        tell(ANN, "decision We fail over to the second site");
        tell(BOB, "propose Roll back 4711");
        tell(ANN, "runbook start sample");

        Brief brief = (Brief) ((Reply.Show) rig.say(EVE, room(1), "brief")).notice();

        assertThat(brief.moments()).extracting(row -> row.entry().text()).contains("We fail over to the second site");
        assertThat(brief.incident().conduct().open()).hasSize(1);
    }

    @Test
    void asksWhetherItIsTheSameBeforeItDeclaresAnother() {
        Suggested asked =
                suggested(rig.say(BOB, CommandRig.LOBBY, "declare sev1 --at 14:00 <@U0EVE> as ic checkout down"));

        assertThat(asked.markup()).contains("Nothing is declared yet", "INC-1");
        assertThat(asked.choices().get(1).words())
                .isEqualTo("declare sev1 --new --at 14:00 <@U0EVE> as ic checkout down");
        assertThat(rig.incidents.list(Which.ALL)).hasSize(1);

        rig.pass(Duration.ofHours(10));
        assertThat(rig.tell(BOB, CommandRig.LOBBY, asked.choices().get(1).words()))
                .contains("*INC-2* is declared as *sev1*");
        assertThat(rig.incidents.get(new IncidentId(2)).holder(Role.IC)).contains(EVE.id());
    }

    @Test
    void doesNotGiveAPrivateIncidentAwayByAskingWhetherItIsTheSame() {
        rig.tell(ANN, CommandRig.LOBBY, "declare sev2 Payroll leaked --private");

        assertThat(rig.tell(BOB, CommandRig.LOBBY, "declare sev2 payroll leaked"))
                .contains("is declared");
    }

    @Test
    void offersTheOpenIncidentsWhereNoneIsMeant() {
        Suggested asked = suggested(rig.say(BOB, CommandRig.LOBBY, "note it is the cache"));

        assertThat(asked.choices()).singleElement().satisfies(choice -> {
            assertThat(choice.label()).isEqualTo("INC-1 Checkout is down");
            assertThat(choice.words()).isEqualTo("INC-1 note it is the cache");
        });
    }

    @Test
    void showsTheLastUpdatePartByPart() {
        submit("update", Map.of("text", "Cards fail", "doing", "Rolling back\n4711", "need", "A DBA"));

        assertThat(incident().rhythm().latest())
                .map(StatusUpdate::text)
                .contains("Cards fail\nWe are doing: Rolling back\n4711\nWe need: A DBA");
        assertThat(rig.say(ANN, room(1), "update")).isInstanceOfSatisfying(Reply.Ask.class, ask -> assertThat(
                        ask.form().filled())
                .containsEntry("text", "Cards fail")
                .containsEntry("doing", "Rolling back\n4711")
                .containsEntry("need", "A DBA"));
    }

    @Test
    void correctsATimeInTheZoneOfWhoeverTypesAndKeepsTheOrder() {
        rig.pass(Duration.ofMinutes(30));

        assertThat(tell(ANN, "time t2 15:10")).contains("T2 of INC-1", "unknown →");
        assertThat(incident().time(Milestone.INVESTIGATING)).contains(Instant.parse("2026-11-20T14:10:00Z"));
        assertThat(tell(ANN, "time T3 15:08")).contains("because T2", "Nothing was changed");
        assertThat(tell(ANN, "time T0 2026-11-20T23:00:00Z")).contains("Nothing was changed");
        assertThat(tell(ANN, "time T2 15:07")).contains("→");
        assertThat(rig.last().text()).isEqualTo("T2, investigation began: 2026-11-20 14:10 UTC → 2026-11-20 14:07 UTC");
    }

    @Test
    void saysWhatIsMissingOnTheRecordWhenItIsResolved() {
        assertThat(tell(ANN, "resolve rolled back"))
                .contains("Still missing", "when investigation began", "whom it hurt", "happening again");
        assertThat(incident().isActive()).isFalse();
    }

    private static Suggested suggested(Reply reply) {
        return (Suggested) ((Reply.Show) reply).notice();
    }

    private State state(int number) {
        return Proposing.proposal(incident(), number).state();
    }

    private Incident incident() {
        return rig.incidents.get(new IncidentId(1));
    }

    private void submit(String verb, Map<String, String> answers) {
        rig.commands.submit(verb, Optional.of(new IncidentId(1)), rig.said(ANN, room(1), verb), answers);
    }

    private String tell(Person by, String words) {
        return rig.tell(by, room(1), words);
    }
}
