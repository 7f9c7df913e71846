package dev.muster.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.config.RunbookFiles.Shelf;
import dev.muster.incident.Role;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunbookFilesTest {

    private static final String BOOK =
            """
            apiVersion: muster.dev/v1
            kind: Runbook
            metadata:
              id: disk-space
              title: Disks full
              owners: ["@platform"]
              tags: [disk, logs]
            steps:
              - id: look
                title: Look at the nodes
                kind: check
                text: |
                  `df -h`
                expect: below 85 %
                why: because
                role: tech
              - id: clean
                title: Clean up
            """;

    @TempDir
    Path folder;

    @Test
    void readsEveryRunbookThatIsShipped() throws IOException {
        Shelf shelf = RunbookFiles.read(Path.of("../runbooks"));

        assertThat(shelf.mistakes()).isEmpty();
        try (var files = Files.list(Path.of("../runbooks"))) {
            assertThat(shelf.runbooks()).hasSize((int)
                    files.filter(file -> file.toString().endsWith(".yaml")).count());
        }
    }

    @Test
    void shipsRunbooksThatFitIntoAMessageAndNameKnownRoles() {
        for (Runbook book : RunbookFiles.read(Path.of("../runbooks")).runbooks()) {
            assertThat(book.title()).as(book.id()).hasSizeLessThan(120);
            assertThat(book.owners()).as(book.id()).isNotEmpty();
            for (Step step : book.steps()) {
                assertThat(step.title()).as(book.id()).hasSizeLessThan(120);
                assertThat(step.text()).as(book.id()).hasSizeLessThan(1800);
                step.role()
                        .ifPresent(role ->
                                assertThat(Role.find(role)).as(book.id()).isPresent());
            }
        }
    }

    @Test
    void readsWhatAFileSays() {
        Runbook book = RunbookFiles.read("disk-space.yaml", BOOK);

        assertThat(book.id()).isEqualTo("disk-space");
        assertThat(book.title()).isEqualTo("Disks full");
        assertThat(book.owners()).containsExactly("@platform");
        assertThat(book.tags()).containsExactly("disk", "logs");
        assertThat(book.steps())
                .containsExactly(
                        new Step(
                                "look",
                                "Look at the nodes",
                                Step.Kind.CHECK,
                                "`df -h`\n",
                                Optional.of("below 85 %"),
                                Optional.of("because"),
                                Optional.of("tech")),
                        new Step(
                                "clean",
                                "Clean up",
                                Step.Kind.MANUAL,
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void changesTheVersionWithTheContentAndOnlyWithIt() {
        Runbook book = RunbookFiles.read("disk-space.yaml", BOOK);

        Runbook same = RunbookFiles.read("elsewhere.yaml", BOOK);
        Runbook other = RunbookFiles.read("disk-space.yaml", BOOK.replace("85 %", "90 %"));

        assertThat(book.version()).matches("[0-9a-f]{12}");
        assertThat(same.version()).isEqualTo(book.version());
        assertThat(other.version()).isNotEqualTo(book.version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # what is replaced  | by what               | where | what is said of it
                    'kind: Runbook'     | 'kinb: Runbook'       | 2:    | there is no key "kinb" here. Did you mean "kind"?
                    'owners:'           | 'owner:'              | 6:    | there is no key "owner" here. Did you mean "owners"?
                    'expect:'           | 'expects:'            | 14:   | there is no key "expects" here. Did you mean "expect"?
                    'why: because'      | 'xylophone: 1'        | 15:   | there is no key "xylophone" here.
                    'id: disk-space'    | 'id: Disk Space'      | 4:    | the id "Disk Space" may have lower-case letters, digits and hyphens.
                    'id: look'          | 'id: -look'           | 9:    | the id "-look" may have lower-case letters, digits and hyphens.
                    'id: clean'         | 'id: look'            | 17:   | the step id "look" is used twice.
                    'kind: check'       | 'kind: chekc'         | 11:   | there is no kind of step "chekc". Did you mean "check"?
                    'kind: check'       | 'kind: automatic'     | 11:   | there is no kind of step "automatic".
                    """)
    void namesThePlaceOfAMistakeAndWhatIsWrong(String good, String bad, String place, String expected) {
        String text = BOOK.replaceFirst(good, bad);

        assertThatThrownBy(() -> RunbookFiles.read("book.yaml", text))
                .isInstanceOf(Mistake.class)
                .hasMessageMatching("book\\.yaml:" + place + "\\d+: .*")
                .hasMessageEndingWith(": " + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'id: disk-space', book.yaml:3:1, id",
        "'title: Disks full', book.yaml:3:1, title",
        "'title: Look at the nodes', book.yaml:9:5, title",
        "'title: Clean up', book.yaml:17:5, title"
    })
    void namesWhereSomethingNeededIsMissing(String line, String place, String missing) {
        String text = BOOK.replace(line, "");

        assertThatThrownBy(() -> RunbookFiles.read("book.yaml", text))
                .isInstanceOf(Mistake.class)
                .hasMessage(place + ": \"" + missing + "\" is missing here.");
    }

    @ParameterizedTest
    @CsvSource({"'', book.yaml", "'just words', book.yaml:1:1", "'steps: []', book.yaml:1:1", "'steps:', book.yaml:1:1"
    })
    void needsAtLeastOneStep(String text, String place) {
        assertThatThrownBy(() -> RunbookFiles.read("book.yaml", text))
                .isInstanceOf(Mistake.class)
                .hasMessage(place + ": a runbook needs at least one step under \"steps\".");
    }

    @Test
    void saysThatStepsAreAList() {
        String text = "metadata:\n  id: x\n  title: X\nsteps:\n  a: 1\n";

        assertThatThrownBy(() -> RunbookFiles.read("book.yaml", text))
                .isInstanceOf(Mistake.class)
                .hasMessageContaining("\"steps\" takes a list here");
    }

    @ParameterizedTest
    @CsvSource({"'steps: [', 1", "'a: 1\nb: ''x', 2", "'a: 1\na: 2', 2", "'\tx: 1', 1"})
    void namesThePlaceWhereAFileIsNoYaml(String text, int line) {
        assertThatThrownBy(() -> RunbookFiles.read("book.yaml", text))
                .isInstanceOf(Mistake.class)
                .hasMessageMatching("book\\.yaml:" + line + ":\\d+: this is not valid YAML: .+");
    }

    @Test
    void leavesOutWhatHasAMistakeAndKeepsTheOthersInService() throws IOException {
        write("a-bad.yaml", BOOK.replace("title: Disks", "titel: Disks"));
        write("b-good.yaml", BOOK);
        write("c-same-id.yaml", BOOK.replace("Disks full", "Disks full again"));
        write("d-other.yaml", BOOK.replace("id: disk-space", "id: other"));
        write("README.md", "not a runbook");

        Shelf shelf = RunbookFiles.read(folder);

        assertThat(shelf.runbooks()).extracting(Runbook::id).containsExactly("disk-space", "other");
        assertThat(shelf.mistakes()).hasSize(2);
        assertThat(shelf.mistakes().get(0))
                .startsWith(folder.resolve("a-bad.yaml") + ":5:")
                .contains("Did you mean \"title\"?");
        assertThat(shelf.mistakes().get(1))
                .isEqualTo(folder.resolve("c-same-id.yaml")
                        + ": the runbook id \"disk-space\" is used by another file, too.");
    }

    @Test
    void namesAFileThatIsNoText() throws IOException {
        Files.write(folder.resolve("bad.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe});

        Shelf shelf = RunbookFiles.read(folder);

        assertThat(shelf.mistakes())
                .isEqualTo(List.of(folder.resolve("bad.yaml") + ": cannot be read (MalformedInputException)."));
    }

    @Test
    void takesNoFolderForAnEmptyShelf() {
        assertThat(RunbookFiles.read(folder.resolve("none"))).isEqualTo(new Shelf(List.of(), List.of()));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
