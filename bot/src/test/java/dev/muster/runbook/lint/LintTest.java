package dev.muster.runbook.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbook.Action;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import dev.muster.runbook.file.RunbookFile;
import dev.muster.runbook.file.RunbookFiles;
import dev.muster.runbook.file.Written;
import dev.muster.secrets.Secrets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Surroundings PLAIN =
            new Surroundings(TODAY, Set.of("old-db", "legacy"), Optional.empty(), Optional.empty(), Optional.empty());
    private static final Secrets SECRETS = Secrets.shipped(List.of());

    /** Nothing is wrong with it. */
    private static final String CLEAN =
            """
            metadata:
              id: book
              title: Something known
              owners: ["@sre"]
              contacts: ["#sre"]
              reviewed: 2026-11-01
              review_every: 30d
            when: [{words: [known]}]
            parameters: {host: {about: which}}
            steps:
              - id: look
                title: Look at {{host}}
                kind: check
                expect: green
                why: it shows
              - id: act
                title: Act in {{incident}}
                kind: command
                command: [act, "{{host}}"]
                time_limit: 1m
                roll_back: act back
                why: it helps
              - id: look-again
                title: Look again
                kind: check
                expect: green
                why: it may not have helped
            """;

    @Test
    void findsNothingWrongWithWhatIsShippedAndNothingInItChangesAnythingByItself() {
        List<Written> files = RunbookFiles.sound(RunbookFiles.files(Path.of("../runbooks")).stream()
                .map(RunbookFile::read)
                .toList());
        List<Runbook> shelf =
                files.stream().flatMap(file -> file.book().stream()).toList();
        Lint lint = new Lint(PLAIN, SECRETS, shelf);

        assertThat(shelf).hasSizeGreaterThan(20);
        assertThat(files.stream().flatMap(file -> lint.look(file).stream())).isEmpty();
        assertThat(shelf.stream()
                        .flatMap(book -> book.steps().stream())
                        .map(Step::action)
                        .filter(action ->
                                Set.of(Action.Kind.COMMAND, Action.Kind.HTTP).contains(action.kind())))
                .hasSize(1)
                .allSatisfy(action -> assertThat(action.toString()).contains("[curl, --head"));
    }

    @Test
    void findsNothingWrongWithACleanRunbook() {
        assertThat(lint(CLEAN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'owners: .*'                | 'tags: [x]'              | 1:1   | owners
                    'contacts: .*'              | 'tags: [x]'              | 1:1   | contacts
                    'reviewed: .*'              | 'tags: [x]'              | 1:1   | review
                    'review_every: .*'          | 'tags: [x]'              | 1:1   | review
                    'reviewed: .*'              | 'reviewed: 2026-10-21'   | 6:3   | review-overdue
                    'when: .*'                  | ''                       | 1:1   | when
                    'id: book'                  | 'id: other'              | 2:3   | file-name
                    'why: it shows'             | 'text: it shows'         | 11:5  | why
                    'expect: green\n    why: it shows' | 'why: it shows'   | 11:5  | expect
                    'time_limit: 1m'            | ''                       | 16:5  | time-limit
                    'roll_back: act back'       | ''                       | 16:5  | roll-back
                    'Look again'                | 'Look again if needed'   | 24:5  | vague-words
                    'Look again'                | 'Look at Old-DB.'        | 24:5  | retired
                    'why: it helps'             | 'why: legacy needs it'   | 22:5  | retired
                    'Look again'                | 'Look {{ hots }}'        | 24:5  | undefined-parameter
                    'host: \\{about: which}'    | 'host: {}, more: {}'     | 9:24  | unused-parameter
                    'id: look-again'            | 'id: look-again\n    next: nowhere' | 24:5 | format
                    'why: it helps'             | 'why: it helps\n    next: end' | 24:5 | format
                    'kind: check\n    expect: green\n    why: it may' | 'why: it may' | 16:5 | verification
                    'kind: command'             | 'kind: commnad'          | 18:5  | format
                    """)
    void findsEachThingWhereItIs(String good, String bad, String place, String rule) {
        String text = CLEAN.replaceFirst(good, bad == null ? "" : Matcher.quoteReplacement(bad));

        assertThat(lint(text)).anySatisfy(finding -> {
            assertThat(finding.rule()).hasToString(rule);
            assertThat(finding.place()).hasToString("book.yaml:" + place);
        });
    }

    @Test
    void asksForALookOnEveryWayAfterAChange() {
        String text = CLEAN.replace(
                "  - id: look-again",
                """
                  - id: enough
                    title: Enough?
                    kind: decision
                    branches: [{answer: "Yes", next: end}, {answer: "No"}]
                  - id: look-again\
                """);
        String past = text.replace("next: end", "next: tell") + "  - {id: tell, title: Tell, why: they wait}\n";
        String both = text.replace("next: end", "next: look-again");

        assertThat(lint(text)).extracting(Finding::rule).containsExactly(Rule.VERIFICATION);
        assertThat(lint(past)).extracting(Finding::rule).containsExactly(Rule.VERIFICATION);
        assertThat(lint(both)).isEmpty();
    }

    @Test
    void isSilencedWithAReasonAndOnlyWhereItSaysSo() {
        String vague = CLEAN.replace("Look again", "Look again if needed").replace("Act in", "Somehow act in");
        String one = vague + "lint: [{rule: vague-words, because: we mean it, step: act}]\n";
        String all = vague + "lint: [{rule: vague-words, because: we mean it}]\n";
        String needless = CLEAN + "lint: [{rule: vague-wrods, because: we mean it}]\n";

        assertThat(lint(vague)).hasSize(2);
        assertThat(lint(one)).singleElement().satisfies(left -> assertThat(left.what())
                .contains("if needed"));
        assertThat(lint(all)).isEmpty();
        assertThat(lint(needless)).singleElement().satisfies(left -> assertThat(left)
                .hasToString("book.yaml:28:8: warning: nothing of \"vague-wrods\" is found here. Delete this."
                        + " [needless-silence]"));
    }

    /** Put together here, so that nobody who searches this repository for secrets finds one. */
    @ParameterizedTest
    @CsvSource({"xoxb-, 263594206564-FGqddMF8t08v8N7Oq4i57vs1MtTq", "ghp_, wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx"})
    void findsASecretAlsoInACommentAndDoesNotRepeatIt(String begin, String rest) {
        List<Finding> below = lint(CLEAN + "# " + begin + rest + "\n");
        List<Finding> within = lint(CLEAN.replace("[act, ", "[act, \"" + begin + rest + "\", "));

        assertThat(below).singleElement().satisfies(finding -> assertThat(finding.toString())
                .contains("secret")
                .doesNotContain(rest));
        assertThat(below.get(0).place().line()).isEqualTo(28);
        assertThat(within).extracting(Finding::rule).containsExactly(Rule.SECRET);
        assertThat(within.get(0).place().line()).isEqualTo(19);
    }

    @Test
    void asksForWhatNobodyHasUsedForAYearIfItMay() {
        assertThat(lintUsedOn(Optional.empty()))
                .containsExactly(
                        "book.yaml:2:3: warning: it was never run and never tested. Rehearse it, or muster runbook test it. [not-used]");
        assertThat(lintUsedOn(Optional.of(TODAY.minusYears(1).minusDays(1))))
                .hasSize(1)
                .allMatch(line -> line.contains("was used last on"));
        assertThat(lintUsedOn(Optional.of(TODAY.minusYears(1)))).isEmpty();
    }

    private static List<String> lintUsedOn(Optional<LocalDate> day) {
        Surroundings known =
                new Surroundings(TODAY, Set.of(), Optional.empty(), Optional.empty(), Optional.of(book -> day));
        return new Lint(known, SECRETS, List.of())
                .look(RunbookFile.read("book.yaml", CLEAN)).stream()
                        .map(Finding::toString)
                        .toList();
    }

    @Test
    void looksForContactsAndCallsEachLinkOnceIfItMay() {
        List<String> called = new ArrayList<>();
        Surroundings all = new Surroundings(
                TODAY,
                Set.of(),
                Optional.of(mention -> mention.equals("@sre")),
                Optional.of(address -> {
                    called.add(address.toString());
                    return Optional.of("answers 404");
                }),
                Optional.empty());
        String text = CLEAN.replace("it shows", "see https://a.example/x. And <https://a.example/x|here>")
                .replace("it helps", "see https://<host>/y and https://{{host}}.example/z");

        List<Finding> findings = new Lint(all, SECRETS, List.of()).look(RunbookFile.read("book.yaml", text));

        assertThat(called).containsExactly("https://a.example/x");
        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "book.yaml:5:14: warning: there is no #sre in Slack. [unknown-contact]",
                        "book.yaml:15:5: warning: https://a.example/x answers 404. [dead-link]",
                        "book.yaml:15:5: warning: https://a.example/x answers 404. [dead-link]");
    }

    @Test
    void knowsTheRunbooksThatAreCalledAndWhatTheyAskFor() {
        Runbook other = RunbookFile.read("book.yaml", CLEAN).book().orElseThrow();
        String call = CLEAN + "  - {id: c, title: C, kind: runbook, runbook: book, with: {hots: a}}\n"
                + "  - {id: d, title: D, kind: runbook, runbook: boook}\n";

        List<Finding> findings = new Lint(PLAIN, SECRETS, List.of(other)).look(RunbookFile.read("book.yaml", call));

        assertThat(findings)
                .extracting(Finding::what)
                .containsExactly(
                        "\"book\" asks for \"host\". Give it under with.",
                        "\"book\" does not ask for \"hots\". Did you mean \"host\"?",
                        "there is no runbook \"boook\". Did you mean \"book\"?");
    }

    @Test
    void tellsFindingsToPrograms() {
        List<Finding> findings = lint(CLEAN.replace("Look again", "Look \\\"again\\\" if needed"));

        assertThat(Report.json(findings)).contains("\"line\" : 24", "\"rule\" : \"vague-words\"");
        assertThat(Report.sarif(findings))
                .contains(
                        "\"version\" : \"2.1.0\"",
                        "\"ruleId\" : \"vague-words\"",
                        "\"ruleIndex\" : " + Rule.VAGUE_WORDS.ordinal(),
                        "\"uri\" : \"book.yaml\"",
                        "\"startLine\" : 24");
        assertThat(Report.text(findings)).startsWith("book.yaml:24:5: warning: ");
        assertThat(Report.json(List.of())).isEqualTo("[ ]\n");
    }

    private static List<Finding> lint(String text) {
        return new Lint(PLAIN, SECRETS, List.of()).look(RunbookFile.read("book.yaml", text));
    }
}
