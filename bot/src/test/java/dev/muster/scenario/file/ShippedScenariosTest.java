package dev.muster.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.config.YamlFile;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.file.RunbookFiles;
import dev.muster.scenario.Act;
import dev.muster.scenario.Finding;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Member;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.file.Rehearsal.Happened;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shipped can be rehearsed: by people who find everything out, and by one who only does what is proposed. */
class ShippedScenariosTest {

    private static final Path FOLDER = Path.of("../config/scenarios");

    /** More of them: {@code -Dseeds=100}. */
    private static final int SEEDS = Integer.getInteger("seeds", 2);

    private static final Set<String> TRAINEES = Set.of("ann", "bob", "cleo", "dev", "eve", "finn");

    /** What the cast offers to do, in the words that it wants to hear. */
    private static final Pattern OFFER =
            Pattern.compile("`/incident decision ([^`]+)`|\\b(?:[Ss]ay|or|we do it:) '([^']+)'");

    private static final Pattern RECOVERED = Pattern.compile("(?i)smoke tests? pass|smoke test: ");

    @Test
    void areEightAndHaveNoMistake() {
        assertThat(ScenarioFiles.read(FOLDER)).hasSize(8).allSatisfy(file -> assertThat(file.mistakes())
                .isEmpty());
    }

    @Test
    void areNamedAsTheirFiles() {
        assertThat(ScenarioFiles.read(FOLDER))
                .allSatisfy(file -> assertThat(file.scenario().orElseThrow().id() + ".yaml")
                        .isEqualTo(Path.of(file.file()).getFileName().toString()));
    }

    /** A local workspace knows a handle as one person, whichever scenario is played. */
    @Test
    void playTheSamePeopleUnderTheSameHandlesAndNeverATrainee() {
        Map<String, String> names = new HashMap<>();
        for (Scenario scenario : scenarios()) {
            assertThat(scenario.cast()).as(scenario.id()).hasSizeBetween(4, 7);
            for (Member member : scenario.cast()) {
                String who = member.name() + ", " + member.part();
                assertThat(names.merge(member.id(), who, (one, other) -> one)).isEqualTo(who);
            }
        }
        assertThat(names.keySet()).doesNotContainAnyElementsOf(TRAINEES);
    }

    @Test
    void castNobodyWhoHasNothingToSay() {
        assertThat(scenarios()).allSatisfy(scenario -> assertThat(
                        scenario.cast().stream().map(Member::id).toList())
                .isSubsetOf(injects(scenario)
                        .flatMap(inject -> inject.act().who().stream())
                        .toList()));
    }

    @Test
    void nameARunbookThatThereIs() {
        List<String> books = RunbookFiles.read(Path.of("../runbooks")).runbooks().stream()
                .map(Runbook::id)
                .toList();

        assertThat(scenarios())
                .extracting(scenario -> scenario.expected().runbook().orElse("none"))
                .isSubsetOf(books);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void giveNothingAwayByTheirTitles(Scenario scenario) {
        assertThat(scenario.findings())
                .hasSizeBetween(3, 5)
                .noneMatch(finding -> finding.words().matcher(scenario.title()).find());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void tellWhoeverAsksWhatIsToBeFoundOut(Scenario scenario) {
        List<String> said =
                injects(scenario).flatMap(ShippedScenariosTest::said).toList();

        assertThat(scenario.findings()).allSatisfy(finding -> assertThat(said)
                .as(finding.id())
                .anyMatch(words -> finding.words().matcher(words).find()));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void countAFindingThatIsSaidAsItsTitleSaysIt(Scenario scenario) {
        assertThat(scenario.findings())
                .allMatch(finding -> finding.words().matcher(finding.title()).find());
    }

    /** Else asking an obvious question at the start would be a finding. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void countNoIdleWordsAsAFinding(Scenario scenario) {
        List<String> idle = List.of(
                scenario.title(),
                "I take command. Who looks at the database, who at the logs?",
                "How many users are affected?",
                "What changed in the last hours?",
                "Nothing new yet, next update in 15 minutes",
                "Please check the pods, the disks and the certificate",
                "Who can look at the network, and who at the memory?",
                "Can we switch something off, or restart it?",
                "Thanks, all. Let us keep everything in this channel");

        assertThat(scenario.findings()).noneMatch(finding -> idle.stream()
                .anyMatch(words -> finding.words().matcher(words).find()));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void proposeTheRemedyToWhoeverSaysNothing(Scenario scenario) {
        List<Happened> hour = Rehearsal.of(scenario, 1, List.of(), said -> List.of());

        assertThat(hour)
                .anyMatch(what -> what.after().toMinutes() <= 20
                        && what.said().matches("(?is).*propos.*")
                        && OFFER.matcher(what.said()).find());
        assertThat(hour).noneMatch(what -> RECOVERED.matcher(what.said()).find());
        assertThat(hour).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void neverSayTheSameTwiceToWhoeverSaysNothing(Scenario scenario) {
        assertThat(Rehearsal.of(scenario, 1, List.of(), said -> List.of()))
                .extracting(Happened::said)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void tellWhatFollowsAfterWhatItFollowsFrom(Scenario scenario) {
        List<String> order = Rehearsal.of(scenario, 1, List.of(), ShippedScenariosTest::whatIsOffered).stream()
                .map(Happened::inject)
                .toList();

        followers(scenario).forEach((inject, before) -> {
            if (order.contains(inject)) {
                assertThat(order.indexOf(before)).as(before).isBetween(0, order.indexOf(inject) - 1);
            }
        });
    }

    /** With any chance, the story comes to its end for one who knows nothing and agrees to what is proposed. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void comeToTheirEndForWhoeverOnlyAgrees(Scenario scenario) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<Happened> hour = Rehearsal.of(scenario, seed, List.of(), ShippedScenariosTest::whatIsOffered);

            assertThat(recovered(hour)).as("seed " + seed).isLessThan(Duration.ofMinutes(40));
            assertThat(hour).extracting(Happened::inject).contains("never-again");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    connection-pool-exhaustion      | !Rolling restart of the API; we switch off the sync job
                    memory-leak-oomkilled           | let's roll it back
                    cache-failure-database-overload | !We promote replica-1 by hand
                    certificate-expiry              | !Use the spare certificate; purge the CDN; reload nginx
                    disk-full-of-logs               | clean up the old files; and fix the rotation
                    missing-dags                    | install pandas again, then restart the scheduler
                    promotional-traffic-cascade     | !Freeze: nobody changes anything; !Retries off, shed load
                    region-failover                 | !We fail over to east-1 now
                    """)
    void recoverInTimeForWhoeverFindsOutAndDecides(String id, String remedy) {
        Scenario scenario = scenarios().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        List<String> deeds =
                new ArrayList<>(scenario.findings().stream().map(Finding::title).toList());
        deeds.addAll(List.of("Thinking", "Still thinking", remedy.split(";")[0].strip()));
        Stream.of(remedy.split(";")).skip(1).map(String::strip).forEach(deeds::add);

        for (long seed = 1; seed <= SEEDS; seed++) {
            List<Happened> hour = Rehearsal.of(scenario, seed, deeds, said -> List.of());

            assertThat(recovered(hour))
                    .as("seed " + seed)
                    .isLessThan(scenario.expected().mitigated());
            assertThat(hour).extracting(Happened::inject).contains("never-again");
            assertThat(hour).extracting(Happened::inject).noneMatch(inject -> inject.contains("propos"));
        }
    }

    @Test
    void haveSlackInTroubleInTwoOfThem() {
        assertThat(scenarios())
                .filteredOn(scenario -> injects(scenario).anyMatch(inject -> inject.act() instanceof Act.Trouble))
                .hasSize(2);
    }

    private static List<Scenario> scenarios() {
        return ScenarioFiles.read(FOLDER).stream()
                .map(ScenarioFile::scenario)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Stream<Inject> injects(Scenario scenario) {
        return Stream.concat(scenario.opening().stream(), scenario.injects().stream());
    }

    private static Stream<String> said(Inject inject) {
        return inject.act() instanceof Act.Say say
                ? say.words().stream()
                : Stream.of(inject.act().summary(1));
    }

    private static List<String> whatIsOffered(String said) {
        return OFFER.matcher(said).results().map(ShippedScenariosTest::deed).toList();
    }

    private static String deed(MatchResult offer) {
        return offer.group(1) == null ? offer.group(2) : "!" + offer.group(1);
    }

    private static Duration recovered(List<Happened> hour) {
        return hour.stream()
                .filter(what -> RECOVERED.matcher(what.said()).find())
                .map(Happened::after)
                .findFirst()
                .orElse(Duration.ofDays(1));
    }

    /** Which inject waits for which, as the file says it. */
    private static Map<String, String> followers(Scenario scenario) {
        Map<String, String> followers = new HashMap<>();
        Path file = FOLDER.resolve(scenario.id() + ".yaml");
        try {
            new YamlFile(file.toString(), Files.readString(file))
                    .root()
                    .path("injects")
                    .forEach(inject -> {
                        String before = inject.path("when").path("inject").asText("");
                        if (!before.isEmpty()) {
                            followers.put(inject.path("id").asText(), before);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return followers;
    }
}
