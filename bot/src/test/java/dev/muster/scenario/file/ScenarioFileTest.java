package dev.muster.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.config.Mistake;
import dev.muster.incident.Severity;
import dev.muster.scenario.Act;
import dev.muster.scenario.Expected;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Member;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Temper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatItIsAndWhoIsPlayed() {
        Scenario scenario = read(Scripts.FULL);

        assertThat(scenario.id()).isEqualTo("full-pool");
        assertThat(scenario.title()).isEqualTo("Nothing answers");
        assertThat(scenario.about()).isEqualTo("A job keeps connections.");
        assertThat(scenario.source()).isEqualTo("Made up");
        assertThat(scenario.severity()).isEqualTo(Severity.SEV1);
        assertThat(scenario.cast())
                .containsExactly(
                        new Member("tom", "Tom Brzeg", "database engineer", Temper.SLOW),
                        new Member("mia", "Mia Falk", "head of engineering", Temper.CALM));
        assertThat(scenario.expected())
                .isEqualTo(new Expected(Duration.ofMinutes(20), Optional.of("database-connection-pool")));
        assertThat(scenario.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("leak");
            assertThat(finding.words().matcher("THE JOB, she says, keeps them").find())
                    .isTrue();
        });
    }

    @Test
    void readsEverySortOfAct() {
        Scenario scenario = read(Scripts.FULL);

        assertThat(scenario.opening())
                .extracting(Inject::act)
                .containsExactly(
                        new Act.Alert("ApiDown", "It is down", Map.of("service", "api", "env/zone", "a")),
                        new Act.Say("mia", Act.Place.LOBBY, List.of("Anybody there?")));
        assertThat(scenario.injects())
                .extracting(Inject::act)
                .containsExactly(
                        new Act.Say("tom", Act.Place.INCIDENT, List.of("100 of 100")),
                        new Act.Say("mia", Act.Place.COMMANDER, List.of("Any news?", "Still none?")),
                        new Act.Command("tom", "role tech", "I take it"),
                        new Act.Say("tom", Act.Place.INCIDENT, List.of("Better")),
                        new Act.Trouble(Act.Trouble.Sort.SLOW, Duration.ofMinutes(2)));
    }

    @Test
    void readsHowManyConditionsAndHowOften() {
        assertThat(read(Scripts.FULL).injects())
                .extracting(
                        inject -> inject.id(),
                        inject -> inject.cue().when().size(),
                        inject -> inject.cue().after().toSeconds(),
                        inject -> inject.cue().times())
                .containsExactly(
                        tuple("pool", 3, 45L, 1),
                        tuple("news", 5, 0L, 3),
                        tuple("tech", 2, 360L, 1),
                        tuple("better", 2, 120L, 2),
                        tuple("slow", 0, 0L, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # what is replaced      | by what                     | where | what is said of it
                    'kind: Scenario'        | 'kind: Scenery'             | 2:1   | "Scenery" is not known here. Did you mean "Scenario"? It is one of Scenario.
                    'again: 6m'             | 'agian: 6m'                 | 38:5  | there is no key "agian" here. Did you mean "again"?
                    'severity: sev1\ncast'  | 'severity: sev4\ncast'      | 8:3   | "sev4" is not known here. Did you mean "sev1"? It is one of sev1, sev2, sev3.
                    'temper: slow'          | 'temper: sloe'              | 10:57 | "sloe" is not known here. Did you mean "slow"? It is one of eager, calm, slow, impatient, punctual.
                    'id: mia'               | 'id: Mia Falk'              | 11:5  | "Mia Falk" is no handle: 2 to 21 lower-case letters and digits are one.
                    'id: news'              | 'id: pool'                  | 31:5  | this id is taken here already. Choose another.
                    'id: news'              | 'id: alert'                 | 31:5  | this id is taken here already. Choose another.
                    'in: lobby'             | 'in: lobbies'               | 23:5  | "lobbies" is not known here. It is one of incident, lobby, commander.
                    'said: .pool[^,]*'      | 'said: "(pool"'             | 27:12 | "(pool" is no regular expression in RE2's syntax.
                    'job.\\*keeps'          | '(?=job)'                   | 63:5  | "(?=job)" is no regular expression in RE2's syntax.
                    'unsaid: tech'          | 'unsayd: tech'              | 43:27 | there is no key "unsayd" here. Did you mean "unsaid"?
                    'missing: tech'         | 'missing: techie'           | 43:12 | "techie" is not known here. Did you mean "tech"? It is one of ic, tech, comms.
                    'reached: invest'       | 'reached: digest'           | 36:7  | "digestigating" is not known here. Did you mean "investigating"? It is one of detected, investigating, identified, mitigating, monitoring, resolved, closed.
                    'silent: 10m'           | 'silent: long'              | 33:7  | "long" is no duration of at most ten years. Write 45s, 30m, 2h, 3d, 26w or PT30M.
                    'inject: pool'          | 'inject: pond'              | 49:12 | there is no inject "pond".
                    'times: 2'              | 'times: 0'                  | 52:5  | a whole number from 1 to 50 belongs here.
                    'sort: slow'            | 'sort: slower'              | 56:13 | "slower" is not known here. Did you mean "slow"? It is one of slow, errors, limited, down.
                    """)
    void namesThePlaceOfAMistakeAndWhatIsWrong(String good, String bad, String place, String expected) {
        String text = Scripts.FULL.replaceFirst(good, bad);

        assertThat(mistakes(text)).containsExactly("play.yaml:" + place + ": " + expected);
    }

    @Test
    void takesAHandleOnce() {
        assertThat(mistakes(Scripts.FULL.replace("id: mia", "id: tom")))
                .startsWith("play.yaml:11:5: this id is taken here already. Choose another.");
    }

    @ParameterizedTest
    @CsvSource({
        "'  id: full-pool\n', 3:1, id",
        "'    part: head of engineering\n', 11:5, part",
        "'  mitigated: 20m\n', 57:1, mitigated",
        "'    title: The job keeps connections\n', 61:5, title"
    })
    void namesWhereSomethingNeededIsMissing(String line, String place, String missing) {
        assertThat(mistakes(Scripts.FULL.replace(line, "")))
                .containsExactly("play.yaml:" + place + ": \"" + missing + "\" is missing here.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # what is replaced    | by what                                  | where | what is said of it
                    '    from: mia'       | '    from: max'                          | 20:5  | `from` must name somebody of the cast: one of
                    '    from: mia\n'     | ''                                       | 20:5  | `from` must name somebody of the cast: one of
                    '    say: .Better.'   | '    alert: {name: a, text: b}'          | 48:5  | nobody does this: from, in and command go with say.
                    '    say: .Better.'   | '    say: [a]\n    slack: {sort: down, lasting: 1m}' | 48:5 | one of say, alert and slack belongs here
                    '    say: .I take it.'| ''                                       | 42:5  | one of say, alert and slack belongs here
                    """)
    void wantsOneActThatSomebodyDoes(String good, String bad, String place, String expected) {
        String text = Scripts.FULL.replaceFirst(good, bad == null ? "" : bad);

        assertThat(mistakes(text)).singleElement().satisfies(mistake -> assertThat(mistake)
                .startsWith("play.yaml:" + place + ": ")
                .contains(expected));
    }

    @ParameterizedTest
    @CsvSource({"'', play.yaml", "'just words', play.yaml:1:1", "'[a]', play.yaml:1:1"})
    void saysThatAFileHoldsNoScenario(String text, String place) {
        assertThat(mistakes(text)).containsExactly(place + ": keys with values belong here, each as `key: value`.");
    }

    @Test
    void readsNothingWhereThereIsNoFileOrFolder() {
        assertThat(ScenarioFile.read(folder.resolve("none.yaml")).mistakes()).hasSize(1);
        assertThat(ScenarioFiles.read(folder.resolve("none"))).isEmpty();
    }

    private static Scenario read(String text) {
        ScenarioFile file = ScenarioFile.read("play.yaml", text);
        assertThat(file.mistakes()).isEmpty();
        return file.scenario().orElseThrow();
    }

    private static List<String> mistakes(String text) {
        ScenarioFile file = ScenarioFile.read("play.yaml", text);
        assertThat(file.scenario()).isEmpty();
        return file.mistakes().stream().map(Mistake::getMessage).toList();
    }
}
