package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Books;
import dev.muster.testing.BotProcess;
import dev.muster.testing.Databases;
import dev.muster.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes are killed, frozen and cut off from their database while reminders are due, and everybody is reminded of
 * everything once all the same. Seen to fail on SQLite when a process that was killed does not look at the history before
 * it sends again, and on PostgreSQL when a process may take what another has in hand.
 */
class ChaosProof {

    /** In each round. */
    private static final int INCIDENTS = Proof.isLong() ? 20 : 4;

    private static final int REMINDERS = Proof.isLong() ? 200 : 40;

    /** So many that nobody has two items in a round of the short form. */
    private static final int PEOPLE = 40;

    private static final int SECONDS = Proof.isLong() ? 10 : 4;
    private static final Duration LATE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    @LongOnly
    void twoProcessesRemindOnce() throws Exception {
        Proof.that(Part.STORE, "chaos: two processes on PostgreSQL remind once, whatever happens to one")
                .seenRed("a process may take what another has in hand")
                .rounds(1, 50)
                .holds(trial -> {
                    Random random = trial.random;
                    int rounds = trial.rounds;

                    String database = Databases.postgres();
                    Duration worst = Duration.ZERO;
                    int again;
                    try (Workspace workspace = Reminders.company(PEOPLE);
                            Member one = new Member(workspace, database);
                            Member other = new Member(workspace, database);
                            Books books = new Books(database)) {
                        Reminders reminders = new Reminders(workspace);
                        reminders.open(INCIDENTS * rounds, books);
                        for (int round = 0; round < rounds; round++) {
                            Member victim = random.nextBoolean() ? one : other;
                            (victim == one ? other : one).takeRequests();
                            Instant since = Instant.now();
                            reminders.ask(REMINDERS, INCIDENTS * rounds, SECONDS, random);
                            TimeUnit.MILLISECONDS.sleep(random.nextInt(SECONDS * 1000));
                            victim.suffer(random);
                            Instant well = Instant.now();
                            reminders.await();
                            worst = longer(worst, reminders.latest(since, well));
                        }
                        reminders.assertOnce(random);
                        again = reminders.again();
                    }
                    return late(worst, rounds) + ", %d commands given again".formatted(again);
                });
    }

    @Test
    void oneProcessRemindsOnceOverItsRestarts() throws Exception {
        Proof.that(Part.STORE, "chaos: one process on SQLite reminds once over kill -9 and restart")
                .seenRed("a process that was killed does not look at the history before it sends again")
                .rounds(1, 50)
                .holds(trial -> {
                    Random random = trial.random;
                    int rounds = trial.rounds;

                    String database = Databases.sqlite(folder);
                    Duration worst = Duration.ZERO;
                    try (Workspace workspace = Reminders.company(PEOPLE);
                            Member only = new Member(workspace, database);
                            Books books = new Books(database)) {
                        Reminders reminders = new Reminders(workspace);
                        reminders.open(INCIDENTS * rounds, books);
                        for (int round = 0; round < rounds; round++) {
                            Instant since = Instant.now();
                            reminders.ask(REMINDERS, INCIDENTS * rounds, SECONDS, random);
                            TimeUnit.MILLISECONDS.sleep(random.nextInt(SECONDS * 1000));
                            only.dieAndComeBack();
                            Instant well = Instant.now();
                            reminders.await();
                            worst = longer(worst, reminders.latest(since, well));
                        }
                        reminders.assertOnce(random);
                    }
                    return late(worst, rounds);
                });
    }

    private static String late(Duration worst, int rounds) {
        assertThat(worst).as("how late, once all was well again").isLessThan(LATE);
        return "%,d open incidents, %,d reminders, the latest %.1f s late"
                .formatted(INCIDENTS * rounds, REMINDERS * rounds, worst.toMillis() / 1000.0);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** One process, with its line to the database. */
    private static final class Member implements AutoCloseable {

        private final Workspace workspace;
        private final Cable cable;
        private final String database;
        private BotProcess process;

        Member(Workspace workspace, String database) {
            this.workspace = workspace;
            boolean isServer = database.startsWith("jdbc:postgresql:");
            this.cable = new Cable(isServer ? Cable.port(database) : 0);
            this.database = isServer ? Cable.rewired(database, cable) : database;
            this.process = start();
        }

        private BotProcess start() {
            return BotProcess.start(workspace, database, Reminders.SETTINGS);
        }

        void takeRequests() {
            workspace.connect(process.address.resolve("slack/events"));
        }

        /** Something happens to it, for a while, and then it is well again. */
        void suffer(Random random) throws InterruptedException {
            switch (random.nextInt(4)) {
                case 0 -> dieAndComeBack();
                case 1 -> loseDatabase(cable::cut, 1 + random.nextInt(20));
                case 2 -> loseDatabase(cable::stall, 1 + random.nextInt(40));
                default -> stopAndGoOn(35 + random.nextInt(25));
            }
        }

        void dieAndComeBack() {
            process.kill();
            process = start();
        }

        private void stopAndGoOn(int seconds) throws InterruptedException {
            process.signal("STOP");
            TimeUnit.SECONDS.sleep(seconds);
            process.signal("CONT");
        }

        private void loseDatabase(Runnable how, int seconds) throws InterruptedException {
            how.run();
            TimeUnit.SECONDS.sleep(seconds);
            cable.mend();
        }

        @Override
        public void close() throws Exception {
            process.close();
            cable.close();
        }
    }
}
