package dev.muster.runbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.config.Mistake;
import dev.muster.incident.Role;
import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import dev.muster.runbook.Action;
import dev.muster.runbook.Branch;
import dev.muster.runbook.Care;
import dev.muster.runbook.Occasion;
import dev.muster.runbook.Parameter;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import dev.muster.runbook.Upkeep;
import dev.muster.runbook.file.Written.Silence;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunbookFileTest {

    @Test
    void readsWhatAPlainFileSays() {
        Runbook book = read(Books.PLAIN);

        assertThat(book)
                .isEqualTo(new Runbook(
                        "disk-space",
                        book.version(),
                        "Disks full",
                        List.of("@platform"),
                        List.of("disk", "logs"),
                        List.of(
                                new Step(
                                        "look",
                                        "Look at the nodes",
                                        new Action.Check(),
                                        "`df -h`\n",
                                        Optional.of("below 85 %"),
                                        Optional.of("because"),
                                        Optional.of("tech")),
                                new Step(
                                        "clean",
                                        "Clean up",
                                        new Action.Manual(),
                                        "",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))));
    }

    @Test
    void readsWhoKeepsItTrueAndWhenItApplies() {
        Runbook book = read(Books.FULL);

        assertThat(book.upkeep())
                .isEqualTo(new Upkeep(
                        List.of("@db-oncall", "#db"),
                        Optional.of(LocalDate.of(2026, 11, 20)),
                        Optional.of(Duration.ofDays(180))));
        assertThat(book.when())
                .containsExactly(
                        new Occasion(Set.of(Severity.SEV1, Severity.SEV2), Set.of("orders-db"), Map.of(), List.of()),
                        new Occasion(
                                Set.of(), Set.of(), Map.of("alertname", "PgPrimaryDown", "env/zone", "a"), List.of()),
                        new Occasion(Set.of(), Set.of(), Map.of(), List.of("database")));
        assertThat(book.parameters())
                .containsExactly(
                        new Parameter(
                                "host",
                                Parameter.Type.TEXT,
                                Optional.of("[a-z0-9-]{1,40}"),
                                List.of(),
                                Optional.of("db-1"),
                                Optional.of("The new primary")),
                        new Parameter(
                                "count",
                                Parameter.Type.NUMBER,
                                Optional.empty(),
                                List.of("1", "2"),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(RunbookFile.read("x", Books.FULL).silences())
                .containsExactly(new Silence("vague-words", "it is a name", Optional.of("tell")));
    }

    @Test
    void readsEverySortOfStep() {
        Runbook book = read(Books.FULL);

        assertThat(book.steps())
                .extracting(Step::action)
                .containsExactly(
                        new Action.Decision(List.of(
                                new Branch("It is", Optional.empty(), Optional.of("No process answers")),
                                new Branch("It answers", Optional.of("end"), Optional.empty()))),
                        new Action.Approval(List.of("ic", "@dba"), false),
                        new Action.Command(List.of("promote.sh", "{{host}}")),
                        new Action.Http(
                                "POST",
                                "https://scaler.example/{{host}}",
                                Map.of("X-Count", "{{count}}"),
                                Optional.of("{\"n\": {{count}}}"),
                                List.of(200, 202)),
                        new Action.Wait(Duration.ofMinutes(5)),
                        new Action.Check(),
                        new Action.Message(List.of("#status", "@db"), "{{host}} serves"),
                        new Action.Assign(Role.COMMS, Optional.of("@ann")),
                        new Action.SetStage(Stage.MONITORING),
                        new Action.Call("network-connectivity", Map.of("zone", "{{host}}")));
        assertThat(book.step("promote").care())
                .isEqualTo(new Care(
                        Optional.of(Duration.ofMinutes(2)),
                        Care.Failure.STOP,
                        Optional.of("Promote the old one"),
                        Optional.empty()));
        assertThat(book.step("look").care().remindAfter()).contains(Duration.ofMinutes(10));
        assertThat(book.step("more").next()).contains("end");
    }

    @Test
    void changesTheVersionWithTheContentAndOnlyWithIt() {
        assertThat(read(Books.PLAIN).version()).matches("[0-9a-f]{12}");
        assertThat(RunbookFile.read("elsewhere.yaml", Books.PLAIN)
                        .book()
                        .orElseThrow()
                        .version())
                .isEqualTo(read(Books.PLAIN).version());
        assertThat(read(Books.PLAIN.replace("85 %", "90 %")).version())
                .isNotEqualTo(read(Books.PLAIN).version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # what is replaced  | by what                | where | what is said of it
                    'kind: Runbook'     | 'kinb: Runbook'        | 2:1   | there is no key "kinb" here. Did you mean "kind"?
                    'kind: Runbook'     | 'kind: Playbook'       | 2:1   | "Playbook" is not known here. It is one of Runbook.
                    'muster.dev/v1'     | 'muster.dev/v2'        | 1:1   | "muster.dev/v2" is not known here. Did you mean "muster.dev/v1"? It is one of muster.dev/v1.
                    'owners:'           | 'owner:'               | 6:3   | there is no key "owner" here. Did you mean "owners"?
                    '\\["@platform"]'   | '"@platform"'          | 6:3   | a list belongs here: each item on a line that begins with a hyphen.
                    'expect:'           | 'expects:'             | 14:5  | there is no key "expects" here. Did you mean "expect"?
                    'why: because'      | 'xylophone: 1'         | 15:5  | there is no key "xylophone" here.
                    'why: because'      | 'remind-after: 5m'     | 15:5  | there is no key "remind-after" here. Did you mean "remind_after"?
                    'why: because'      | 'remind_after: soon'   | 15:5  | "soon" is no duration of at most ten years. Write 45s, 30m, 2h, 3d, 26w or PT30M.
                    'why: because'      | 'remind_after: PT0S'   | 15:5  | "PT0S" is no duration of at most ten years. Write 45s, 30m, 2h, 3d, 26w or PT30M.
                    'why: because'      | 'remind_after: 9999w'  | 15:5  | "9999w" is no duration of at most ten years. Write 45s, 30m, 2h, 3d, 26w or PT30M.
                    'tags: .*'          | 'reviewed: 2026-02-30' | 7:3   | "2026-02-30" is no day. Write it like 2026-11-20.
                    'why: because'      | 'why: 5'               | 15:5  | "5" is read as something else than text. Put it in quotes.
                    'why: because'      | 'why:'                 | 15:5  | nothing stands here. Fill it in, or leave out the key.
                    'why: because'      | 'why: [a]'             | 15:5  | a text belongs here, not a list.
                    'why: because'      | 'why: "  "'            | 15:5  | nothing stands here. Fill it in, or leave out the key.
                    'id: disk-space'    | 'id: Disk Space'       | 4:3   | "Disk Space" is no id: lower-case letters, digits and hyphens, at most 61, are one.
                    'id: look'          | 'id: end'              | 9:5   | no step can have the id "end", which stands for the end of the runbook.
                    'id: clean'         | 'id: look'             | 17:5  | the step id "look" is used twice.
                    'kind: check'       | 'kind: chekc'          | 11:5  | "chekc" is not known here. Did you mean "check"? It is one of manual, check, decision, command, http, message, assign, stage, wait, approval, runbook.
                    'role: tech'        | 'role: techie'         | 16:5  | "techie" is not known here. Did you mean "tech"? It is one of ic, tech, comms.
                    'role: tech'        | 'next: claen'          | 16:5  | there is no step "claen". Did you mean "clean"?
                    'role: tech'        | 'next: look'           | 16:5  | the step "look" is not further down. A runbook only goes forward, so that it ends: write what is done again as another step.
                    'role: tech'        | 'next: end'            | 17:5  | no way leads to the step "clean". Name it as the next one somewhere, or delete it.
                    """)
    void namesThePlaceOfAMistakeAndWhatIsWrong(String good, String bad, String place, String expected) {
        String text = Books.PLAIN.replaceFirst(good, bad);

        assertThat(mistakes(text)).containsExactly("book.yaml:" + place + ": " + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    '\\{answer: It answers, next: end}'  | '{answer: It is}'           | 27:10 | "It is" is an answer twice.
                    'It answers, next: end'              | 'No, next: is-it-gone'      | 27:22 | the step "is-it-gone" is not further down. A runbook only goes forward, so that it ends: write what is done again as another step.
                    'pattern: "[^"]*"'                   | 'pattern: "("'              | 17:22 | this is no regular expression: missing closing ).
                    'default: "db-1"'                    | 'default: "DB 1"'           | 17:50 | this is no value for it: text that matches [a-z0-9-]{1,40}.
                    'count: \\{'                         | 'severity: {'               | 18:3  | every run knows "severity" by itself. Choose another name.
                    'command: \\[.*'                     | 'command: "rm {{host}}"'    | 36:5  | a list belongs here: each item on a line that begins with a hyphen.
                    'url: https'                         | 'url: ftp'                  | 44:5  | "ftp://scaler.example/{{host}}" is no address that begins with https://.
                    'method: POST'                       | 'method: post'              | 45:5  | "post" is not known here. It is one of GET, HEAD, POST, PUT, PATCH, DELETE.
                    'expect_status: .*'                  | 'expect_status: [1200]'     | 49:21 | a whole number from 100 to 599 belongs here.
                    'not_requester: false'               | 'not_requester: "no"'       | 32:5  | true or false belongs here.
                    '    wait: 5m\n'                     | ''                          | 52:5  | "wait" is missing here.
                    'to: \\["#status"'                   | 'timeout: ["#status"'       | 65:5  | there is no key "timeout" here.
                    """)
    void namesThePlaceOfAMistakeInWhatASortOfStepHas(String good, String bad, String place, String expected) {
        String text = Books.FULL.replaceFirst(good, bad == null ? "" : bad);

        assertThat(mistakes(text)).containsExactly("book.yaml:" + place + ": " + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'id: disk-space', book.yaml:3:1, id",
        "'title: Disks full', book.yaml:3:1, title",
        "'title: Look at the nodes', book.yaml:9:5, title",
        "'title: Clean up', book.yaml:17:5, title"
    })
    void namesWhereSomethingNeededIsMissing(String line, String place, String missing) {
        assertThat(mistakes(Books.PLAIN.replace(line, "")))
                .containsExactly(place + ": \"" + missing + "\" is missing here.");
    }

    @Test
    void namesAllThatIsWrongAtOnceButNotMoreThanAPersonReads() {
        String two = Books.PLAIN.replace("title: Disks", "titel: Disks").replace("kind: check", "kind: chekc");
        String many = Books.PLAIN + "    w: 1\n".repeat(1) + "  - x: 1\n".repeat(90);

        assertThat(mistakes(two)).hasSize(3);
        assertThat(mistakes(many)).hasSize(50);
    }

    @ParameterizedTest
    @CsvSource({"'', book.yaml", "'just words', book.yaml:1:1", "'[a]', book.yaml:1:1", "'# nothing', book.yaml"})
    void saysThatAFileHoldsNoRunbook(String text, String place) {
        assertThat(mistakes(text)).containsExactly(place + ": keys with values belong here, each as `key: value`.");
    }

    private static Runbook read(String text) {
        Written written = RunbookFile.read("book.yaml", text);
        assertThat(written.mistakes()).isEmpty();
        return written.book().orElseThrow();
    }

    private static List<String> mistakes(String text) {
        Written written = RunbookFile.read("book.yaml", text);
        assertThat(written.book()).isEmpty();
        return written.mistakes().stream().map(Mistake::getMessage).toList();
    }
}
