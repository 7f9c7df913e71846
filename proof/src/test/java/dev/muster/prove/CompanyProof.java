package dev.muster.prove;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotProcess;
import dev.muster.testing.Databases;
import dev.muster.workspace.Answer;
import dev.muster.workspace.Person;
import dev.muster.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large company: how it is on its busiest day, and how soon the bot is there again when very much is open. */
class CompanyProof {

    private static final int PEOPLE = Proof.isLong() ? 5_000 : 100;
    private static final int OPEN_INCIDENTS = Proof.isLong() ? 1_000 : 10;
    private static final int WORDS_AN_INCIDENT = Proof.isLong() ? 5_000 : 100;
    private static final Duration READY = Duration.ofSeconds(10);
    private static final long MOST_MIB = 512;
    private static final long SLACK_WAITS = 3_000;

    /** So much may wait to be worked in before people pause, as a day has pauses. */
    private static final int BEHIND = 2_000;

    private static final int LOOK_EVERY = 500;

    @TempDir
    Path folder;

    @Test
    @LongOnly
    void busyDay() throws Exception {
        Proof.that(
                        Part.COST,
                        "a busy day: 5,000 people, 5,000 messages an incident, all kept (limit 512 MiB, answers 3 s)")
                .seenRed("")
                .rounds(2, 40)
                .holds(trial -> {
                    Took answers = new Took();
                    long most = 0;
                    Instant began = Instant.now();
                    try (Site site =
                            new Site(company(), Databases.sqlite(folder), Map.of("MUSTER_SLACK_SHARE", "20"))) {
                        BotProcess bot = site.start();
                        for (int number = 1; number <= trial.rounds; number++) {
                            String room = site.declare("sev2 Number " + number);
                            talk(site, room, trial.random, answers);
                            most = Math.max(most, bot.memory());
                            trial.step("%s: %d MiB, answers %s", room, bot.memory(), answers);
                        }
                        site.settle();
                        for (int number = 1; number <= trial.rounds; number++) {
                            assertKept(site, number);
                        }
                    }
                    trial.limit("MiB", most, MOST_MIB);
                    trial.limit("the slowest answer, ms", answers.at(1), SLACK_WAITS);
                    return "%,d messages in %d s, at most %d MiB; answers: %s"
                            .formatted(
                                    trial.rounds * WORDS_AN_INCIDENT,
                                    Duration.between(began, Instant.now()).toSeconds(),
                                    most,
                                    answers);
                });
    }

    @Test
    void startsWithMuchOpen() throws Exception {
        Proof.that(Part.OPERATION, "killed with 1,000 open incidents: ready within 10 s, and every promise still there")
                .seenRed("")
                .rounds(1, 20)
                .holds(trial -> {
                    Took took = new Took();
                    try (Site site = new Site(Site.impatient(), Databases.sqlite(folder), Reminders.SETTINGS)) {
                        BotProcess bot = site.start();
                        for (int number = 0; number < OPEN_INCIDENTS; number++) {
                            assertThat(site.say("ann", "general", "declare --new sev3 Open")
                                            .ok())
                                    .isTrue();
                        }
                        site.settle();
                        for (int round = 0; round < trial.rounds; round++) {
                            List<String> promised = promised(site);
                            bot.kill();
                            Instant began = Instant.now();
                            bot = site.start();
                            took.add(Duration.between(began, Instant.now()).toMillis());
                            site.settle();
                            assertThat(promised(site)).containsAll(promised);
                            trial.step("%d promises, %s", promised.size(), took);
                        }
                        trial.limit("ready, ms", took.at(1), READY.toMillis());
                        return "%,d open, %,d promises: %s"
                                .formatted(OPEN_INCIDENTS, promised(site).size(), took);
                    }
                });
    }

    /** What is to come, and will not have been done meanwhile. */
    private static List<String> promised(Site site) {
        long soon = Instant.now().plus(Duration.ofMinutes(5)).toEpochMilli();
        return site.disk.texts("SELECT incident_id || ' ' || chore || ' ' || subject || ' ' || due_at FROM promises"
                + " WHERE given_up = 0 AND due_at > " + soon);
    }

    private static Workspace company() {
        return Workspace.builder()
                .morePeople(IntStream.range(0, PEOPLE)
                        .mapToObj(number -> Person.of("p" + number, "Person " + number, "", "Etc/UTC"))
                        .toList())
                .start();
    }

    /** Whoever speaks joins first. Now and then somebody asks the bot something, as long as others talk. */
    private static void talk(Site site, String room, Random random, Took answers) {
        List<String> speakers = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            String who = "p" + random.nextInt(PEOPLE);
            if (!speakers.contains(who)) {
                site.workspace.as(who).join(room);
                speakers.add(who);
            }
        }
        for (int word = 1; word <= WORDS_AN_INCIDENT; word++) {
            site.workspace.as(speakers.get(random.nextInt(speakers.size()))).post(room, "Word %d.".formatted(word));
            if (word % LOOK_EVERY == 0) {
                Answer answer = site.say("ann", room, "status");

                answers.add(answer.millis());
                await(
                        "the bot to come along",
                        Site.PATIENCE,
                        () -> site.disk.count("inbox WHERE done_at IS NULL") < BEHIND);
            }
        }
    }

    private static void assertKept(Site site, int number) {
        List<String> words = site.timeline("INC-" + number).stream()
                .map(row -> row.path("text").asText())
                .filter(text -> text.matches("Word \\d+\\."))
                .toList();
        assertThat(words).as("INC-" + number).hasSize(WORDS_AN_INCIDENT).doesNotHaveDuplicates();
    }
}
