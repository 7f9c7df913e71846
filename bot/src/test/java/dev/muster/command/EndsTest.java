package dev.muster.command;

import static dev.muster.command.CommandRig.ANN;
import static dev.muster.command.CommandRig.EVE;
import static dev.muster.command.CommandRig.LOBBY;
import static dev.muster.command.CommandRig.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.incident.Bringing;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.Refusal;
import dev.muster.incident.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** False alarms, duplicates, links and guests, as they are typed. */
class EndsTest {

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
    void cancelsWithTheReasonThatWasTyped() {
        String answer = rig.tell("cancel because it was a <@U0BOB|bob> test &amp; nothing more");

        assertThat(answer).contains("INC-1 is cancelled").contains("`/incident 1 reopen because …`");
        assertThat(rig.incident().standing()).isEqualTo("cancelled (false alarm)");
        assertThat(rig.last().text()).endsWith("because it was a @Bob test & nothing more");
    }

    @Test
    void asksWhyBeforeItCancels() {
        Form form = rig.ask(ANN, room(1), "cancel");

        assertThat(form.title()).isEqualTo("INC-1 cancel");
        assertThat(form.fields()).extracting(Field::name).containsExactly("reason");
        assertThat(rig.incident().isActive()).isTrue();
    }

    @Test
    void cancelsOnceHoweverOftenTheSameRequestComes() {
        Said said = rig.said(ANN, room(1), "cancel because a test");

        Reply first = rig.commands.run(said);
        Reply again = rig.commands.run(said);

        assertThat(again).isEqualTo(first);
        assertThat(rig.timeline(1))
                .filteredOn(entry -> entry.kind() == Kind.STAGE)
                .hasSize(1);
        assertThat(rig.tell("cancel because a test")).startsWith("INC-1 is already cancelled (false alarm).");
    }

    @ParameterizedTest
    @CsvSource({"duplicate of INC-2", "duplicate inc-2", "duplicate of 2", "Duplicate OF inc-2"})
    void closesADuplicateHoweverItsNumberIsWritten(String words) {
        rig.declare("sev1 Payments fail");

        assertThat(rig.tell(words)).startsWith("INC-1 is closed as a duplicate of INC-2");

        assertThat(rig.incident().stage()).isEqualTo(Stage.CLOSED);
        assertThat(rig.incident().isDuplicateOf(new IncidentId(2))).isTrue();
        assertThat(rig.last().data()).containsEntry("duplicateOf", "INC-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "duplicate of INC-9; There is no INC-9. See `/incident list`.",
                "duplicate of INC-1; INC-1 cannot be a duplicate of itself. Nothing was changed.",
                "duplicate of the other one; `the other one` is no number of an incident. Nothing was changed.",
                "duplicate of INC-3; INC-3 is itself a duplicate of INC-2. Nothing was changed.",
                "duplicate of INC-4; INC-4 is cancelled (false alarm), so nothing goes on there."
            })
    void saysWhyItIsNoDuplicate(String words, String answer) {
        rig.declare("sev1 Payments fail");
        rig.declare("sev1 Payments fail again");
        rig.declare("sev1 A test");
        rig.tell(ANN, room(3), "duplicate of INC-2");
        rig.tell(ANN, room(4), "cancel because a test");

        assertThat(rig.tell(words)).startsWith(answer);
        assertThat(rig.incident().isActive()).isTrue();
    }

    @Test
    void saysOfAPrivateIncidentWhatItSaysOfNone() {
        rig.declare("sev1 Nobody may know --private");

        String hidden = rig.tell(EVE, room(1), "duplicate of INC-2");
        String unknown = rig.tell(EVE, room(1), "duplicate of INC-9");

        assertThat(hidden).isEqualTo(unknown.replace("INC-9", "INC-2"));
        assertThat(rig.incident().isActive()).isTrue();
        assertThat(rig.tell(ANN, room(1), "duplicate of INC-2")).startsWith("INC-1 is closed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "link <https://a.example/?x=1&amp;y=2>~ https://a.example/?x=1&y=2~ ''",
                "link <https://a.example/?x=1&amp;y=2> The &lt;big&gt; board~ https://a.example/?x=1&y=2~ The <big> board",
                "link <https://a.example/b|The board>~ https://a.example/b~ The board",
                "link <https://a.example/b|The board> Mine~ https://a.example/b~ Mine",
                "link <http://a.example|a.example>~ http://a.example~ ''",
                "link https://a.example/b Board~ https://a.example/b~ Board",
                "link <https://a.example> for <@U0BOB|bob>~ https://a.example~ for @Bob"
            })
    void keepsALinkHoweverSlackWrapsIt(String words, String url, String title) {
        assertThat(rig.tell(words)).contains("is on the timeline of INC-1 and on its way");

        assertThat(rig.last().data()).containsOnly(Map.entry("url", url), Map.entry("title", title));
        assertThat(rig.last().actor()).contains(ANN.actor());
    }

    @ParameterizedTest
    @CsvSource({
        "link ftp://files.example/x, ftp://files.example/x",
        "link <mailto:ann@example.com|ann@example.com>, mailto:ann@example.com",
        "link javascript:alert(1) Press me, javascript:alert(1)",
        "link the dashboard, the"
    })
    void keepsNoOtherLink(String words, String named) {
        assertThat(rig.tell(words)).startsWith("`" + named + "` is no link that I can keep");
        assertThat(rig.timeline(1)).noneMatch(entry -> entry.kind() == Kind.LINK);
    }

    @Test
    void writesALinkSoThatItCannotMentionAnybody() {
        String answer = rig.tell("link https://a.example/&lt;!channel&gt; &lt;!here&gt;");

        assertThat(answer).endsWith("bookmarks: <https://a.example/%3C!channel%3E|&lt;!here&gt;>");
    }

    @Test
    void asksInPeopleAndGroupsHoweverTheyAreNamed() {
        String answer = rig.tell("invite <@U0BOB|bob>, <@U0EVE> <!subteam^S0UPS|@support> S0OPS U0NEW @zoe.z");

        assertThat(answer).startsWith("Inviting to INC-1: Bob, Eve, U0NEW, @support, user group S0OPS, @zoe.z.");
        assertThat(Bringing.guests(rig.last())).containsExactly("U0BOB", "U0EVE", "U0NEW", "S0UPS", "S0OPS", "@zoe.z");
        assertThat(rig.last().text()).isEqualTo("Asked in: Bob, Eve, U0NEW, @support, user group S0OPS, @zoe.z");
    }

    @Test
    void asksWhomToInviteAndKeepsWhatWasTyped() {
        assertThat(rig.ask(ANN, room(1), "invite").filled()).containsEntry("people", "");
        assertThat(rig.ask(ANN, room(1), "form invite <@U0BOB> <@U0EVE> <!subteam^S1UP>")
                        .filled())
                .containsEntry("people", "U0BOB,U0EVE")
                .containsEntry("others", "<!subteam^S1UP>");
    }

    @Test
    void invitesByTheFormWithEitherAnswer() {
        submit("invite", Map.of("people", "U0BOB,U0EVE"));
        assertThat(Bringing.guests(rig.last())).containsExactly("U0BOB", "U0EVE");
        submit("invite", Map.of("others", "S0OPS, @zoe"));
        assertThat(Bringing.guests(rig.last())).containsExactly("S0OPS", "@zoe");
        assertThatThrownBy(() -> submit("invite", Map.of("people", "", "others", " ")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Please answer: Whom?.");
    }

    @ParameterizedTest
    @CsvSource({
        "invite <@U0BOB> and <@U0EVE>, and",
        "invite <!channel>, @channel",
        "invite <#C012|general>, #general",
        "invite &lt;x&gt;, &lt;x&gt;"
    })
    void invitesNobodyWhereAWordIsNotUnderstood(String words, String named) {
        List<Entry> before = rig.timeline(1);

        assertThat(rig.tell(words)).startsWith("I do not know whom `" + named + "` means. Nobody was invited.");
        assertThat(rig.timeline(1)).isEqualTo(before);
    }

    @Test
    void showsHowItEndedInTheList() {
        Incident two = rig.declare("sev1 Payments fail");
        rig.tell("duplicate of " + two.id());

        assertThat(rig.incidents.get(new IncidentId(1)).standing()).isEqualTo("duplicate of INC-2");
        assertThat(rig.tell(ANN, LOBBY, "1 reopen because it is not the same")).contains("open again");
        assertThat(rig.incident().standing()).isEqualTo("investigating");
    }

    private void submit(String verb, Map<String, String> answers) {
        rig.commands.submit(verb, Optional.of(new IncidentId(1)), rig.said(ANN, room(1), verb), answers);
    }
}
