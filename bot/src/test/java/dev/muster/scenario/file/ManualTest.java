package dev.muster.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.config.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the manual of scenarios shows is a scenario, and lint finds what is hardly meant. */
class ManualTest {

    private static final Path MANUAL = Path.of("../config/scenarios/README.md");

    @Test
    void showsAScenarioThatCanBePlayed() throws IOException {
        assertThat(ScenarioFile.read("play.yaml", yaml()).findings()).isEmpty();
    }

    @Test
    void findsATitleThatGivesItAway() throws IOException {
        assertThat(ScenarioFile.read("play.yaml", yaml().replace("title: Nothing answers", "title: The sync job"))
                        .findings())
                .extracting(Mistake::getMessage)
                .containsExactly("play.yaml:1:28: the title gives the finding \"leak\" away.");
    }

    @Test
    void findsAFindingThatNobodyCanComeUpon() throws IOException {
        assertThat(ScenarioFile.read("play.yaml", yaml().replace("words: \"sync job\"", "words: \"moon\""))
                        .findings())
                .extracting(Mistake::what)
                .containsExactly("nobody can come upon this: nothing that is played says words that it is known by.");
    }

    @Test
    void findsWhoeverNeverDoesAnything() throws IOException {
        String more = yaml().replace("opening:", "  - { id: idle, name: Idle Example, part: none }\nopening:");

        assertThat(ScenarioFile.read("play.yaml", more).findings())
                .extracting(Mistake::what)
                .containsExactly("this person never does anything.");
        assertThat(ScenarioFile.read("play.yaml", more).scenario()).isPresent();
    }

    private static String yaml() throws IOException {
        return Files.readString(MANUAL).split("```yaml\n")[1].split("```")[0];
    }
}
