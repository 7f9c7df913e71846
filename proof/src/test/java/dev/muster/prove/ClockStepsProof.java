package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotRig;
import dev.muster.workspace.Person;
import dev.muster.workspace.api.FaultPlan.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The machine's clock is set forwards and back by up to an hour while the bot works. By the time that the clock first shows
 * when something is due it is said, once, and not again when it shows it again; and Slack refuses one call in five. Seen to fail
 * when the clock is set while a reminder is being counted, when a clock that goes back frees what is not due yet, and when a
 * wait that Slack asked for begins again as long as the clock is behind.
 */
class ClockStepsProof {

    private static final int HOUR = 60 * 60;

    /** What a channel's pace, and waiting after the last refusal, may cost. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** So few that each has several deeds at once. */
    private static final int PEOPLE = 5;

    /** The share of calls that Slack refuses. */
    private static final double OFTEN = 0.2;

    @TempDir
    Path folder;

    @Test
    void repeatsAndLosesNothing() throws Exception {
        Proof.that(Part.TIME, "a clock set forwards and back: every deed reminded of once, none early")
                .seenRed("the clock is set while a reminder is being counted; a clock that goes back frees what is "
                        + "not due yet; a wait that Slack asked for begins again")
                .rounds(15, 1_000)
                .holds(trial -> {
                    Random random = trial.random;
                    int rounds = trial.rounds;

                    try (Simulation simulation = new Simulation(folder, Reminders.SETTINGS, people())) {
                        Stepping stepping = new Stepping(simulation, random);
                        BadSlack slack = new BadSlack(random, simulation.clock, OFTEN);
                        simulation.workspace.faults().decide((method, arguments) -> slack.decide(method, arguments)
                                .filter(fault -> fault.kind() != Kind.DROP_AFTER_ACTING));
                        for (int round = 0; round < rounds; round++) {
                            stepping.round(round);
                        }
                        simulation.workspace.faults().clear();
                        stepping.assertAllSaid();
                        return "%,d steps, %,d of them back; %,d calls refused"
                                .formatted(rounds, stepping.back, slack.faults());
                    }
                });
    }

    /** Their morning is far away. */
    private static List<Person> people() {
        return IntStream.range(0, PEOPLE)
                .mapToObj(number -> Person.of("p" + number, "Person " + number, "", "Asia/Tokyo"))
                .toList();
    }

    /** The clock, what people do meanwhile, and what of it the clock has ever shown to be due. */
    private static final class Stepping {

        private final Simulation simulation;
        private final Random random;
        private final String room;
        private final Map<String, Instant> deeds = new HashMap<>();
        private final List<String> decisions = new ArrayList<>();
        private final Set<String> reached = new HashSet<>();
        private Instant furthest = Simulation.START;
        private int back;

        Stepping(Simulation simulation, Random random) {
            this.simulation = simulation;
            this.random = random;
            this.room = simulation.declare("p0", "sev1 What time is it");
        }

        void round(int number) {
            seen();
            long seconds = behind() + 1 + random.nextInt(2 * HOUR);
            deeds.put("Deed %d.".formatted(number), simulation.clock.instant().plusSeconds(seconds));
            simulation.say(
                    "p" + random.nextInt(PEOPLE), "general", "INC-1 action Deed %d. in %ds".formatted(number, seconds));
            decisions.add("Number %d.".formatted(number));
            simulation.say("p0", room, "decision Number %d.".formatted(number));
            step(random.nextInt(2 * HOUR) - HOUR);
            simulation.pass(Duration.ofSeconds(random.nextInt(HOUR / 2)));
            assertNothingEarlyOrTwice();
        }

        /** Nobody takes on what would be due before something that still waits for Slack: one message would remind of both. */
        private long behind() {
            return Duration.between(simulation.clock.instant(), furthest).toSeconds();
        }

        /** Between two pieces of work: an outcome that is unknown when the clock is set back is another story. */
        private void step(int seconds) {
            simulation.settle();
            seen();
            back += seconds < 0 ? 1 : 0;
            simulation.clock.set(simulation.clock.instant().plusSeconds(seconds));
        }

        /** The clock shows that some are due. */
        private void seen() {
            Instant now = simulation.clock.instant();
            furthest = now.isAfter(furthest) ? now : furthest;
            deeds.forEach((deed, due) -> {
                if (!due.isAfter(now)) {
                    reached.add(deed);
                }
            });
        }

        private void assertNothingEarlyOrTwice() {
            seen();
            Map<String, Long> said = said();
            assertThat(said.values()).as("how often").allMatch(times -> times == 1);
            assertThat(reached).as("what the clock has shown to be due").containsAll(said.keySet());
        }

        private Map<String, Long> said() {
            return Said.promised(simulation.workspace).stream()
                    .flatMap(Said::deeds)
                    .collect(Collectors.groupingBy(deed -> deed, Collectors.counting()));
        }

        /** By a clock that is still behind what it once showed. */
        void assertAllSaid() {
            step(-HOUR);
            simulation.pass(PATIENCE);
            BotRig.await("all that was ever due", () -> said().keySet().containsAll(reached));
            assertNothingEarlyOrTwice();
            assertThat(Said.promised(simulation.workspace))
                    .extracting(Said::key)
                    .doesNotHaveDuplicates();
            assertThat(Said.in(simulation.workspace, room).stream()
                            .filter(said -> said.text().contains("Number "))
                            .map(said -> said.text().replaceAll(".*(Number \\d+\\.).*", "$1")))
                    .isEqualTo(decisions);
        }
    }
}
