package dev.muster.command;

import static dev.muster.command.CommandRig.ANN;
import static dev.muster.command.CommandRig.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.desk.Custody;
import dev.muster.desk.Notice;
import dev.muster.desk.Notice.Found;
import dev.muster.desk.Notice.Lines;
import dev.muster.desk.Notice.Warned;
import dev.muster.desk.Person;
import dev.muster.desk.Retention;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.Severity;
import dev.muster.timeline.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding, correcting, redacting and keeping what was written down, as people ask for it. */
class CustodyTest {

    private static final ChannelId HERE = CommandRig.room(1);

    @TempDir
    Path folder;

    private CommandRig rig;

    @BeforeEach
    void declare() {
        rig = new CommandRig(folder);
        rig.declare("sev1 checkout is down");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void correctsATimeAndAWordingAndKeepsTheOld() {
        rig.tell("note the pool was empty");
        rig.pass(Duration.ofMinutes(5));

        String answer = rig.tell("correct " + last().seq() + " 14:02 the pool was full");

        assertThat(answer).contains("“the pool was empty” → “the pool was full”", "Time:");
        Entry line = last().entry();
        assertThat(line.kind()).isEqualTo(Kind.NOTE);
        assertThat(line.actor()).contains(ANN.actor());
        assertThat(String.valueOf(line.data().get("corrects"))).isEqualTo(String.valueOf(last().seq() - 1));
        assertThat(String.valueOf(line.data().get("from"))).contains("the pool was empty");
        assertThat(String.valueOf(line.data().get("to"))).contains("the pool was full", "T13:02:00.000Z");
        assertThat(row(last().seq() - 1).entry().text()).isEqualTo("the pool was empty");
    }

    @Test
    void refusesACorrectionThatChangesNothing() {
        rig.tell("note the pool was empty");
        long rows = rows().size();

        assertThat(rig.tell("correct %d the pool was empty".formatted(last().seq())))
                .contains("Nothing was changed");
        assertThat(rig.tell("correct 999 x")).contains("has no line 999");
        assertThat(rig.tell("correct 2")).contains("What should be corrected?");
        assertThat(rows()).hasSize((int) rows);
    }

    @Test
    void blanksALineAndSaysSo() {
        rig.tell("update customers cannot pay with card 4711");
        long update = last().seq();

        String answer = rig.tell("redact %d because it names a card".formatted(update));

        assertThat(answer).contains("Redacted", String.valueOf(update));
        assertThat(row(update).isRedacted()).isTrue();
        assertThat(row(update).entry().text()).isEmpty();
        assertThat(last().entry().kind()).isEqualTo(Kind.REDACTED);
        assertThat(last().entry().text()).isEqualTo("Redacted line %d because it names a card".formatted(update));
        assertThat(rig.incident().rhythm().latest().orElseThrow().text()).isEqualTo("(redacted)");
        assertThat(found("search 4711")).isEmpty();
    }

    @Test
    void letsOnlyTheAuthorAndWhoeverIsInCommandRedact() {
        rig.tell("note hers");
        long line = last().seq();

        assertThat(rig.tell(CommandRig.BOB, HERE, "redact %d because I like".formatted(line)))
                .isEqualTo("Only whoever said it or whoever declared INC-1 (@Ann) may redact line %d. ".formatted(line)
                        + "Nothing was changed. Ask them, or take the role: `/incident 1 role ic`.");
        assertThat(row(line).isRedacted()).isFalse();

        rig.tell(ANN, HERE, "role ic <@U0BOB>");
        assertThat(rig.tell(CommandRig.BOB, HERE, "redact %d because it is wrong".formatted(line)))
                .contains("Redacted");
        assertThat(row(line).isRedacted()).isTrue();
    }

    /** What counts is the lines that would be blanked, not the message that is pointed at beside them. */
    @Test
    void doesNotTakeOnesOwnMessageForAPassToOthers() {
        String pointed = "ref:" + HERE + "/1700000000.000100";
        rig.tell("note hers");
        long line = last().seq();
        rig.tell(CommandRig.BOB, HERE, "note " + pointed + " his own");

        assertThat(rig.ask(CommandRig.BOB, HERE, "redact " + pointed).filled())
                .containsEntry("lines", String.valueOf(line + 1));
        assertThat(rig.tell(CommandRig.BOB, HERE, "redact %s %d because I like".formatted(pointed, line)))
                .startsWith("Only whoever said it or");
        assertThat(row(line).isRedacted()).isFalse();
    }

    @Test
    void takesNothingOffWhatIsOnLegalHold() {
        rig.tell("note evidence");
        long line = last().seq();
        assertThat(rig.tell("hold because the lawyers asked")).contains("on legal hold");

        assertThat(rig.tell("redact %d because I like".formatted(line))).contains("legal hold", "Nothing was changed");
        assertThat(custody().erase(ANN.id(), "she left")).isZero();
        assertThat(row(line).isRedacted()).isFalse();

        assertThat(rig.tell("hold end because it is settled")).contains("has ended");
        assertThat(custody().erase(ANN.id(), "she left")).isPositive();
        assertThat(row(line).isRedacted()).isTrue();
    }

    /** A form forgets what it does not ask for. */
    @Test
    void asksWhyAHoldEndsAndEndsIt() {
        rig.tell("hold because the lawyers asked");

        Form form = rig.ask(ANN, HERE, "hold end");

        assertThat(form.fields()).extracting(Field::name).containsExactly("what", "reason");
        assertThat(form.filled()).containsEntry("what", "end");
        rig.commands.submit(
                "hold", form.incident(), rig.said(ANN, HERE, ""), Map.of("what", "end", "reason", "it is settled"));
        assertThat(rig.incident().facts().held()).isFalse();
        assertThat(rig.ask(ANN, HERE, "hold").filled()).containsEntry("what", "begin");
    }

    @Test
    void forgetsAClosedIncidentWhenItsTimeIsOver() {
        rig.tell("note the pool was full");
        rig.tell("resolve");
        rig.tell("close");
        Retention retention = new Retention(
                Map.of(Severity.SEV1, Duration.ofDays(30)), rig.incidents, rig.timelines, custody(), rig::now);

        rig.pass(Duration.ofDays(29));
        assertThat(retention.sweep()).isZero();
        rig.pass(Duration.ofDays(2));
        assertThat(retention.sweep()).isEqualTo(1);
        assertThat(retention.sweep()).isZero();

        assertThat(rows().subList(1, rows().size() - 1)).allMatch(Row::isRedacted);
        assertThat(last().entry().text()).contains("kept for 30 d");
        assertThat(rig.incident().title()).isEqualTo("checkout is down");
    }

    @Test
    void findsByWordsPersonKindAndTimeNewestFirst() {
        rig.tell("note the pool is exhausted");
        rig.pass(Duration.ofHours(3));
        rig.tell(CommandRig.BOB, HERE, "decision we drain the pools");

        assertThat(found("search pool")).containsExactly("we drain the pools", "the pool is exhausted");
        assertThat(found("search exhausted POOL")).containsExactly("the pool is exhausted");
        assertThat(found("search pool <@U0BOB>")).containsExactly("we drain the pools");
        assertThat(found("search pool kind:note")).containsExactly("the pool is exhausted");
        assertThat(found("search pool since 1h")).containsExactly("we drain the pools");
        assertThat(found("search pool until 1h")).containsExactly("the pool is exhausted");
        assertThat(found("search nothing-like-it")).isEmpty();
        assertThat(found("search \"pool\" OR text:(")).isEmpty();
        assertThat(rig.tell("search kind:banana x")).contains("no kind of line");
        assertThat(rig.tell("timeline export banana")).contains("banana");
    }

    @Test
    void turnsThePages() {
        for (int number = 1; number <= 20; number++) {
            rig.tell("note page number%d".formatted(number));
        }
        List<String> all = new ArrayList<>();
        Found page = page("search page");
        while (true) {
            page.finds().forEach(find -> all.add(find.row().entry().text()));
            if (page.older().isEmpty()) {
                break;
            }
            page = page(page.older());
        }
        assertThat(all)
                .hasSize(20)
                .doesNotHaveDuplicates()
                .startsWith("page number20")
                .endsWith("page number1");
    }

    @Test
    void showsNobodyAPrivateIncidentThatIsNotTheirs() {
        rig.tell(ANN, LOBBY, "declare sev2 salaries were mailed --private");

        assertThat(((Found) shown(CommandRig.BOB, LOBBY, "search salaries")).finds())
                .isEmpty();
        assertThat(((Found) shown(ANN, LOBBY, "search salaries")).finds()).isNotEmpty();
    }

    @Test
    void numbersTheKeyMoments() {
        rig.tell("note seen");

        Lines lines = (Lines) shown(ANN, HERE, "timeline");

        assertThat(lines.rows()).extracting(Row::seq).contains(last().seq());
        assertThat(lines.head().length()).isEqualTo(last().seq());
    }

    @Test
    void keepsNoSecretThatIsTypedAndSaysSo() {
        String secret = "xoxb-" + "263594206564-2343594206574-FGqddMF8t08v8N7Oq4i57vs1";

        Warned warned = (Warned) shown(ANN, HERE, "note the token is " + secret);

        assertThat(warned.rules()).isNotEmpty();
        assertThat(last().entry().text())
                .startsWith("the token is [removed secret: ")
                .doesNotContain("FGqdd");
    }

    private Custody custody() {
        return rig.custody;
    }

    private List<String> found(String words) {
        return page(words).finds().stream()
                .map(find -> find.row().entry().text())
                .toList();
    }

    private Found page(String words) {
        return (Found) shown(ANN, HERE, words);
    }

    private Notice shown(Person by, ChannelId channel, String words) {
        return ((Reply.Show) rig.say(by, channel, words)).notice();
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rig.timelines.each(new IncidentId(1), rows::add);
        return rows;
    }

    private Row last() {
        return rows().get(rows().size() - 1);
    }

    private Row row(long seq) {
        return rig.timelines.find(new IncidentId(1), seq).orElseThrow();
    }
}
