package dev.muster.runbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import dev.muster.runbook.file.RunbookFiles.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunbookFilesTest {

    private static final Path SHIPPED = Path.of("../runbooks");

    @TempDir
    Path folder;

    @Test
    void readsEveryRunbookThatIsShipped() throws IOException {
        Shelf shelf = RunbookFiles.read(SHIPPED);

        assertThat(shelf.mistakes()).isEmpty();
        try (var files = Files.list(SHIPPED)) {
            assertThat(shelf.runbooks()).hasSize((int)
                    files.filter(file -> file.toString().endsWith(".yaml")).count());
        }
    }

    @Test
    void shipsRunbooksThatFitIntoAMessage() {
        for (Runbook book : RunbookFiles.read(SHIPPED).runbooks()) {
            assertThat(book.title()).as(book.id()).hasSizeLessThan(120);
            assertThat(book.owners()).as(book.id()).isNotEmpty();
            for (Step step : book.steps()) {
                assertThat(step.title()).as(book.id()).hasSizeLessThan(120);
                assertThat(step.text()).as(book.id()).hasSizeLessThan(1800);
            }
        }
    }

    @Test
    void leavesOutWhatHasAMistakeAndKeepsTheOthersInService() throws IOException {
        write("a-bad.yaml", Books.PLAIN.replace("title: Disks", "titel: Disks"));
        write("b-good.yaml", Books.PLAIN);
        write("c-same-id.yaml", Books.PLAIN.replace("Disks full", "Disks full again"));
        write("d-other.yml", Books.PLAIN.replace("id: disk-space", "id: other"));
        write("README.md", "not a runbook");

        Shelf shelf = RunbookFiles.read(folder);

        assertThat(shelf.runbooks()).extracting(Runbook::id).containsExactly("disk-space", "other");
        assertThat(shelf.mistakes())
                .containsExactly(
                        folder.resolve("a-bad.yaml") + ":5:3: there is no key \"titel\" here. Did you mean \"title\"?",
                        folder.resolve("a-bad.yaml") + ":3:1: \"title\" is missing here.",
                        folder.resolve("c-same-id.yaml") + ":4:3: the runbook id \"disk-space\" is taken by "
                                + folder.resolve("b-good.yaml") + ". Choose another.");
    }

    @Test
    void leavesOutRunbooksThatCallOneAnotherInACircleButNotThoseThatOnlyLeadToIt() throws IOException {
        write("a.yaml", Books.calling("a", "b"));
        write("b.yaml", Books.calling("b", "c"));
        write("c.yaml", Books.calling("c", "d", "a"));
        write("d.yaml", Books.calling("d"));
        write("before.yaml", Books.calling("before", "a"));
        write("self.yaml", Books.calling("self", "self"));

        Shelf shelf = RunbookFiles.read(folder);

        assertThat(shelf.runbooks()).extracting(Runbook::id).containsExactly("before", "d");
        assertThat(shelf.mistakes())
                .hasSize(4)
                .contains(folder.resolve("c.yaml")
                        + ":12:5: runbooks call one another in a circle: c → a → b → c. Let one of them only mention the"
                        + " next.");
    }

    @Test
    void takesNoFolderForAnEmptyShelf() {
        assertThat(RunbookFiles.read(folder.resolve("none"))).isEqualTo(new Shelf(List.of(), List.of()));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
