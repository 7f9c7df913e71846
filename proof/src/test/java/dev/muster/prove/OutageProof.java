package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slack is gone for ten minutes, or for six hours, while people go on with their incidents. Afterwards everything that
 * still matters is said, in order, and nothing else. Seen to fail when a promise is given up after ten attempts, when what
 * was done is reminded of all the same, when it is not counted how many updates have fallen due, and with a burst of thirty.
 */
class OutageProof {

    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final Duration LONG = Duration.ofHours(6);
    private static final Duration EVERY = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int WORDS = 40;

    /** Within so many seconds no more messages come to one place than seconds, and a small burst. */
    private static final int WINDOW = 10;

    private static final int BURST = 3;

    @TempDir
    Path folder;

    @Test
    void saysAfterwardsWhatStillMatters() throws Exception {
        Proof.that(Part.SLACK, "an outage: what matters is said afterwards, in order, the rest is not")
                .seenRed("given up after ten attempts; what was done is reminded of; what has fallen due is not "
                        + "counted; a burst of thirty")
                .rounds(1, 4)
                .holds(trial -> {
                    Random random = trial.random;
                    int rounds = trial.rounds;

                    Duration worst = Duration.ZERO;
                    for (int round = 0; round < rounds; round++) {
                        Duration outage = round % 2 == 0 ? SHORT : LONG;
                        Path place = Files.createDirectory(folder.resolve("round" + round));
                        try (Simulation simulation = new Simulation(place, settings())) {
                            Duration late = new Outage(simulation, random, outage).happens();
                            worst = late.compareTo(worst) > 0 ? late : worst;
                        }
                    }
                    return "the last word at most %.1f s after Slack was back".formatted(worst.toMillis() / 1000.0);
                });
    }

    private static Map<String, String> settings() {
        return Map.of("MUSTER_SEVERITIES_SEV1_UPDATE_EVERY", "2m", "MUSTER_SEVERITIES_SEV3_UPDATE_EVERY", "2m");
    }

    /** One outage, and what people do in it. */
    private record Outage(Simulation simulation, Random random, Duration lasting) {

        Duration happens() {
            String busy = simulation.declare("ann", "sev1 Busy");
            String calm = simulation.declare("bob", "sev2 Calm");
            String over = simulation.declare("cleo", "sev3 Soon over");
            simulation.say("ann", busy, "update We have begun");
            simulation.pass(Duration.ofSeconds(30 + random.nextInt(60)));
            Instant owed = simulation.clock.instant().plus(EVERY);
            simulation.say("ann", busy, "update We are on it");
            simulation.settle();

            simulation.workspace.faults().down(true);
            Map<String, List<String>> told = people(busy, calm, over);
            simulation.workspace.faults().down(false);
            Instant back = simulation.clock.instant();
            simulation.pass(SOON);

            told.forEach((room, words) -> assertThat(words(room)).as(room).isEqualTo(words));
            assertOwedOnce(busy, owed, back);
            assertNothingPointless(calm, over, back);
            assertDeclaredOnce();
            assertThat(Said.promised(simulation.workspace))
                    .extracting(Said::key)
                    .doesNotHaveDuplicates();
            assertPaced(back);
            return lastWord(told.keySet().stream().toList(), back);
        }

        /** What they do: everything that can be done without Slack's API. */
        private Map<String, List<String>> people(String busy, String calm, String over) {
            simulation.say("bob", calm, "role ic");
            simulation.say("dev", calm, "action Undone item in 100s");
            simulation.say("eve", calm, "action Done item in 200s");
            simulation.say("finn", "general", "declare --new sev2 In the dark");
            Duration step = lasting.dividedBy(WORDS);
            Map<String, List<String>> told = new TreeMap<>();
            for (int number = 0; number < WORDS; number++) {
                String room = random.nextBoolean() ? busy : calm;
                simulation.say("dev", room, "decision Word %d.".formatted(number));
                told.computeIfAbsent(room, any -> new ArrayList<>()).add("Word %d.".formatted(number));
                if (number == 1) {
                    simulation.say("cleo", over, "resolve It was nothing");
                    simulation.say("eve", calm, "actions done 2");
                }
                simulation.pass(step);
            }
            return told;
        }

        private List<String> words(String room) {
            return Said.in(simulation.workspace, room).stream()
                    .filter(said -> said.text().contains("Word "))
                    .map(said -> said.text().replaceAll(".*(Word \\d+\\.).*", "$1"))
                    .toList();
        }

        /** Once, and with how many have fallen due. */
        private void assertOwedOnce(String room, Instant owed, Instant back) {
            List<Said> asked = after(back, room).stream()
                    .filter(said -> said.key().contains("/PROMPT/"))
                    .toList();
            assertThat(asked).as("asked for, as soon as Slack was back").isNotEmpty();
            Instant first = asked.get(0).at();
            long due = Duration.between(owed, first).dividedBy(EVERY) + 1;
            assertThat(asked.get(0).text()).contains("(%d have fallen due)".formatted(due), "The last word was given");
            assertThat(asked.stream().skip(1))
                    .as("not asked for again before it is owed again")
                    .allMatch(said -> !said.at().isBefore(first.plus(EVERY)));
        }

        /** Nobody is asked for what has been done meanwhile; the undone is asked for once. */
        private void assertNothingPointless(String calm, String over, Instant back) {
            assertThat(after(back, over))
                    .extracting(Said::text)
                    .noneMatch(text -> text.contains("owes everyone"))
                    .anyMatch(text -> text.contains("It was nothing"));
            assertThat(after(back, calm))
                    .extracting(Said::text)
                    .noneMatch(text -> text.contains("has no incident commander"))
                    .anyMatch(text -> text.contains("has no tech lead"));
            assertThat(Said.promised(simulation.workspace))
                    .filteredOn(said -> said.key().contains("/REMIND/"))
                    .extracting(Said::channel)
                    .containsExactly("@dev");
        }

        private void assertDeclaredOnce() {
            assertThat(Said.in(simulation.workspace, "incidents"))
                    .filteredOn(said -> said.text().contains("In the dark"))
                    .hasSize(1);
            assertThat(simulation.workspace.channels())
                    .extracting(channel -> channel.path("name").asText())
                    .filteredOn(name -> name.contains("in-the-dark"))
                    .hasSize(1);
        }

        private List<Said> after(Instant back, String room) {
            return Said.in(simulation.workspace, room).stream()
                    .filter(said -> !said.at().isBefore(back))
                    .toList();
        }

        private void assertPaced(Instant back) {
            Map<String, List<Said>> places = new TreeMap<>();
            Said.promised(simulation.workspace).stream()
                    .filter(said -> !said.at().isBefore(back))
                    .forEach(said -> places.computeIfAbsent(said.channel(), any -> new ArrayList<>())
                            .add(said));
            places.values()
                    .forEach(all -> all.forEach(first -> assertThat(all)
                            .filteredOn(said -> !said.at().isBefore(first.at())
                                    && said.at().isBefore(first.at().plusSeconds(WINDOW)))
                            .as("from %s on within %d s", first.at(), WINDOW)
                            .hasSizeLessThanOrEqualTo(WINDOW + BURST)));
        }

        private Duration lastWord(List<String> rooms, Instant back) {
            return rooms.stream()
                    .flatMap(room -> after(back, room).stream())
                    .filter(said -> said.text().contains("Word "))
                    .map(said -> Duration.between(back, said.at()))
                    .max(Duration::compareTo)
                    .orElseThrow();
        }
    }
}
