package dev.muster.prove;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotProcess;
import dev.muster.testing.Databases;
import dev.muster.workspace.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store is full, locked by somebody else, or its server ends every session, while people talk. Nobody is told that
 * something was taken which was not, nobody sees a stack trace, and it goes on by itself afterwards.
 */
class StoreProof {

    private static final int PER_SECOND = 100;
    private static final int WELL_MILLIS = 1_500;

    @TempDir
    Path folder;

    /** Some trouble with the store, which ends. */
    @FunctionalInterface
    private interface Trouble {
        void happen(Site site, Trial trial) throws Exception;
    }

    @Test
    void full() throws Exception {
        Proof.that(Part.STORE, "a disk that is full: refused in words, health says so, goes on by itself, nothing lost")
                .seenRed("")
                .rounds(1, 20)
                .holds(trial -> endure(trial, Site.on(Databases.sqlite(folder)), StoreProof::fill));
    }

    @Test
    void locked() throws Exception {
        Proof.that(Part.STORE, "a database that somebody else locks for up to 8 s: nothing lost, nothing twice")
                .seenRed("")
                .rounds(1, 40)
                .holds(trial -> endure(trial, Site.on(Databases.sqlite(folder)), StoreProof::lock));
    }

    @Test
    @LongOnly
    void sessionsEnded() throws Exception {
        Proof.that(Part.STORE, "PostgreSQL ends every session again and again: nothing lost, nothing twice")
                .seenRed("")
                .rounds(1, 40)
                .holds(trial -> endure(trial, Site.on(Databases.postgres()), StoreProof::endSessions));
    }

    private static String endure(Trial trial, Site site, Trouble trouble) throws Exception {
        try (site) {
            site.start();
            String room = site.declare("sev2 A bad store");
            try (Chatter chatter = new Chatter(site.workspace, room, PER_SECOND)) {
                for (int round = 0; round < trial.rounds; round++) {
                    TimeUnit.MILLISECONDS.sleep(trial.between(0, WELL_MILLIS));
                    trouble.happen(site, trial);
                    await("it to be well again", Site.PATIENCE, () -> ready(site) == 200);
                }
                TimeUnit.MILLISECONDS.sleep(WELL_MILLIS);
                chatter.fallSilent();
                site.settle();
                chatter.assertKept(site.timeline("INC-1"));
                assertThat(site.type("timeline", "verify", "INC-1").status()).isZero();
                assertThat(Said.promised(site.workspace)).extracting(Said::key).doesNotHaveDuplicates();
                return "%,d words and %,d notes taken over %d times of trouble"
                        .formatted(chatter.said(), chatter.notes(), trial.rounds);
            }
        }
    }

    /** No file of the process may grow any more, as on a full disk, which needs no disk of its own. */
    private static void fill(Site site, Trial trial) throws Exception {
        BotProcess bot = site.process();
        limit(bot, "0");
        await("health to say so", Site.PATIENCE, () -> ready(site) == 503);
        Answer answer = site.say("ann", "general", "INC-1 note Nobody can keep this.");
        trial.step("full: %s", answer);
        assertThat(answer.body().map(Object::toString).orElse(""))
                .as("what is said of it")
                .doesNotContain("Exception");
        TimeUnit.MILLISECONDS.sleep(trial.between(0, 3_000));
        limit(bot, "unlimited");
    }

    private static void limit(BotProcess bot, String bytes) throws IOException, InterruptedException {
        List<String> line = List.of("prlimit", "--pid", String.valueOf(bot.pid()), "--fsize=" + bytes + ":unlimited");
        assertThat(new ProcessBuilder(line).inheritIO().start().waitFor()).isZero();
    }

    private static void lock(Site site, Trial trial) throws Exception {
        long millis = trial.between(100, 8_000);
        trial.step("locked for %d ms", millis);
        try (Connection other =
                DriverManager.getConnection(site.database + "?busy_timeout=10000&transaction_mode=IMMEDIATE")) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("UPDATE inbox SET done_at = done_at WHERE 1 = 0");
            }
            TimeUnit.MILLISECONDS.sleep(millis);
            other.rollback();
        }
    }

    private static void endSessions(Site site, Trial trial) throws SQLException, InterruptedException {
        long times = trial.between(1, 20);
        trial.step("sessions ended %d times", times);
        try (Connection other = DriverManager.getConnection(site.database);
                Statement statement = other.createStatement()) {
            for (int time = 0; time < times; time++) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
                TimeUnit.MILLISECONDS.sleep(trial.between(0, 400));
            }
        }
    }

    private static int ready(Site site) {
        try {
            URI health = site.process().address.resolve("/health/ready");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
