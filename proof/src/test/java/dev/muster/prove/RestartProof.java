package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotProcess;
import dev.muster.testing.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While people talk, the process is killed, or asked to end, at any instant, and started again. Whatever Slack or a person
 * was told was taken is in the timeline, once; and so is all that stands in the channel.
 */
class RestartProof {

    private static final int PER_SECOND = 200;
    private static final int LONGEST_LIFE_MILLIS = 2_500;
    private static final Duration DRAIN = Duration.ofSeconds(10);

    /** So that no channel grows beyond what an incident's ever does. */
    private static final int LIVES_A_ROOM = 10;

    @TempDir
    Path folder;

    /** One way in which a process ends; says how long that took. */
    @FunctionalInterface
    private interface End {
        Duration of(BotProcess process);
    }

    @Test
    void killedOnSqlite() throws Exception {
        Proof.that(Part.LOSS, "kill -9 at any instant under load, on SQLite: nothing taken is lost, nothing twice")
                .seenRed("")
                .rounds(2, 150)
                .holds(trial -> live(trial, Databases.sqlite(folder), RestartProof::kill));
    }

    @Test
    @LongOnly
    void killedOnPostgres() throws Exception {
        Proof.that(Part.LOSS, "kill -9 at any instant under load, on PostgreSQL: nothing taken is lost, nothing twice")
                .seenRed("")
                .rounds(2, 150)
                .holds(trial -> live(trial, Databases.postgres(), RestartProof::kill));
    }

    @Test
    void askedToEnd() throws Exception {
        Proof.that(Part.LOSS, "SIGTERM under load: ends within 10 s, nothing taken is lost, nothing twice")
                .seenRed("")
                .rounds(2, 100)
                .holds(trial -> live(trial, Databases.sqlite(folder), RestartProof::stop));
    }

    private static Duration kill(BotProcess process) {
        process.kill();
        return Duration.ZERO;
    }

    private static Duration stop(BotProcess process) {
        long began = System.nanoTime();
        assertThat(process.stop()).as("the exit status").isEqualTo(143);
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        return took;
    }

    private static String live(Trial trial, String database, End end) throws Exception {
        Sum sum = new Sum();
        try (Site site = Site.on(database)) {
            site.start();
            for (int room = 0; room * LIVES_A_ROOM < trial.rounds; room++) {
                int lives = Math.min(LIVES_A_ROOM, trial.rounds - room * LIVES_A_ROOM);
                story(trial, site, lives, end, sum);
            }
            assertThat(Said.promised(site.workspace)).extracting(Said::key).doesNotHaveDuplicates();
        }
        trial.limit("the longest end, s", sum.longest.toMillis() / 1000.0, DRAIN.toSeconds());
        return "%,d words and %,d notes taken over %,d ends%s"
                .formatted(
                        sum.words,
                        sum.notes,
                        trial.rounds,
                        sum.longest.isZero() ? "" : ", ended within " + seconds(sum.longest));
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }

    /** One incident, through which the bot ends and starts again so often. */
    private static void story(Trial trial, Site site, int lives, End end, Sum sum) throws Exception {
        String room = site.declare("sev2 Restarted");
        String incident = "INC-" + site.rooms().size();
        try (Chatter chatter = new Chatter(site.workspace, room, PER_SECOND)) {
            for (int life = 0; life < lives; life++) {
                TimeUnit.MILLISECONDS.sleep(trial.between(0, LONGEST_LIFE_MILLIS));
                Duration took = end.of(site.process());
                sum.longest = took.compareTo(sum.longest) > 0 ? took : sum.longest;
                trial.step("%s: ended in %s, after %d words", room, took, chatter.said());
                site.start();
            }
            TimeUnit.MILLISECONDS.sleep(LONGEST_LIFE_MILLIS);
            chatter.fallSilent();
            site.settle();
            chatter.assertKept(site.timeline(incident));
            sum.words += chatter.said();
            sum.notes += chatter.notes();
        }
        assertThat(site.type("timeline", "verify", incident).status()).isZero();
    }

    private static final class Sum {
        private int words;
        private int notes;
        private Duration longest = Duration.ZERO;
    }
}
