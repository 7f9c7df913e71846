package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotRig;
import dev.muster.workspace.api.FaultPlan.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However bad Slack is: everything is said once and in order, nobody comes back too soon, and no channel waits for another.
 * Seen to fail when a message is sent again without a look at the history, when a promise overtakes the first of its lane,
 * when {@code Retry-After} is cut by half, and when a single hand does all the work.
 */
class BadSlackProof {

    private static final double OFTEN = 0.3;

    @TempDir
    Path folder;

    @Test
    void saysEverythingOnceAndInOrder() throws Exception {
        Proof.that(Part.SLACK, "a bad Slack: each decision said once, in order, none too soon")
                .seenRed("sent again without a look at the history; a promise overtakes the first of its lane; "
                        + "Retry-After cut by half")
                .rounds(25, 5_000)
                .holds(trial -> {
                    Random random = trial.random;
                    int rounds = trial.rounds;

                    try (Simulation simulation = new Simulation(folder, Map.of())) {
                        List<String> rooms = rooms(simulation);
                        BadSlack slack = new BadSlack(random, simulation.clock, OFTEN);
                        simulation.workspace.faults().decide(slack::decide);
                        Map<String, List<String>> told = tell(simulation, rooms, random, rounds);
                        simulation.workspace.faults().clear();
                        simulation.pass(Duration.ofMinutes(30));

                        rooms.forEach(room ->
                                assertThat(decisions(simulation, room)).as(room).isEqualTo(told.get(room)));
                        assertThat(Said.promised(simulation.workspace))
                                .extracting(Said::key)
                                .doesNotHaveDuplicates();
                        assertThat(slack.tooSoon())
                                .as("calls before Retry-After was over")
                                .isEmpty();
                        assertThat(simulation.books.givenUp()).isZero();
                        return "%,d calls went wrong".formatted(slack.faults());
                    }
                });
    }

    @Test
    void letsNoChannelWaitForAnother() throws Exception {
        Proof.that(Part.SLACK, "a bad Slack: no channel waits for another")
                .seenRed("a single hand does all the work")
                .rounds(1, 100)
                .holds(trial -> {
                    Random random = trial.random;
                    int rounds = trial.rounds;

                    try (Simulation simulation = new Simulation(folder, Map.of())) {
                        List<String> rooms = rooms(simulation);
                        Duration worst = Duration.ZERO;
                        for (int round = 0; round < rounds; round++) {
                            String bad = rooms.get(random.nextInt(rooms.size()));
                            List<String> good = new ArrayList<>(rooms);
                            good.remove(bad);
                            worst = max(worst, whileOneIsLimited(simulation, bad, good, 1 + random.nextInt(30)));
                            simulation.pass(Duration.ofSeconds(40));
                            whileOneHangs(simulation, bad, good);
                            simulation.pass(Duration.ofSeconds(40));
                        }
                        return "%d ms by the clock at worst".formatted(worst.toMillis());
                    }
                });
    }

    private static List<String> rooms(Simulation simulation) {
        return List.of("ann", "bob", "cleo", "dev").stream()
                .map(who -> simulation.declare(who, "sev3 The room of " + who))
                .toList();
    }

    /** People say things now and then, and now and then Slack is not there at all. */
    private static Map<String, List<String>> tell(
            Simulation simulation, List<String> rooms, Random random, int rounds) {
        Map<String, List<String>> told = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            String room = rooms.get(random.nextInt(rooms.size()));
            simulation.say("eve", room, "decision Number %d.".formatted(round));
            told.computeIfAbsent(room, any -> new ArrayList<>()).add("Number %d.".formatted(round));
            boolean isDown = random.nextInt(20) == 0;
            simulation.workspace.faults().down(isDown);
            simulation.pass(
                    isDown ? Duration.ofMinutes(1 + random.nextInt(10)) : Duration.ofMillis(random.nextInt(20_000)));
            simulation.workspace.faults().down(false);
        }
        return told;
    }

    private static List<String> decisions(Simulation simulation, String room) {
        return Said.in(simulation.workspace, room).stream()
                .filter(said -> said.text().contains("Number "))
                .map(said -> said.text().replaceAll(".*(Number \\d+\\.).*", "$1"))
                .toList();
    }

    /** How long, by the clock, the others waited. */
    private static Duration whileOneIsLimited(Simulation simulation, String bad, List<String> good, int seconds) {
        String channel = id(simulation, bad);
        simulation
                .workspace
                .faults()
                .decide((method, arguments) -> method.equals("chat.postMessage")
                                && arguments.path("channel").asText().equals(channel)
                        ? Optional.of(Fault.rateLimit(seconds))
                        : Optional.empty());
        Instant began = simulation.clock.instant();
        String words = "Limited at " + began;
        simulation.say("eve", bad, "decision " + words);
        good.forEach(room -> simulation.say("eve", room, "decision " + words));
        simulation.settle();
        simulation.workspace.faults().clear();

        assertThat(find(simulation, bad, words)).as("what Slack refused").isEmpty();
        return good.stream()
                .map(room -> find(simulation, room, words).orElseThrow(() -> new AssertionError(room + " waits, too")))
                .map(said -> Duration.between(began, said.at()))
                .reduce(Duration.ZERO, BadSlackProof::max);
    }

    /** The answer about one channel does not come before the others have their messages, which is before the bot hangs up. */
    private static void whileOneHangs(Simulation simulation, String bad, List<String> good) {
        CountDownLatch everybodyElse = new CountDownLatch(1);
        String channel = id(simulation, bad);
        simulation
                .workspace
                .faults()
                .decide((method, arguments) ->
                        arguments.path("channel").asText().equals(channel) ? hung(everybodyElse) : Optional.empty());
        String words = "Hung at " + simulation.clock.instant();
        try {
            simulation.say("eve", bad, "decision " + words);
            good.forEach(room -> simulation.say("eve", room, "decision " + words));
            BotRig.await("the others", () -> good.stream()
                    .allMatch(room -> find(simulation, room, words).isPresent()));
            assertThat(inHand(simulation, bad)).as("what hangs").isEqualTo(1);
        } finally {
            simulation.workspace.faults().clear();
            everybodyElse.countDown();
        }
    }

    private static long inHand(Simulation simulation, String room) {
        return simulation.books.count(
                "SELECT COUNT(*) FROM promises WHERE token IS NOT NULL AND lane = ?",
                room.replaceAll("inc-(\\d+)-.*", "INC-$1"));
    }

    private static Optional<Fault> hung(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(Fault.dropBeforeActing());
    }

    private static Optional<Said> find(Simulation simulation, String room, String words) {
        return Said.in(simulation.workspace, room).stream()
                .filter(said -> said.text().contains(words))
                .findFirst();
    }

    private static String id(Simulation simulation, String room) {
        return simulation.workspace.channel(room).orElseThrow().path("id").asText();
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
