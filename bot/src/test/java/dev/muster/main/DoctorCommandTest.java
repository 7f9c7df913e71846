package dev.muster.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Shell;
import dev.muster.testing.Shell.Outcome;
import dev.muster.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code muster doctor} finds, in a workspace over real HTTP. */
class DoctorCommandTest {

    @TempDir
    Path folder;

    private final Workspace workspace = Workspace.builder().start();
    private String database = "";

    @BeforeEach
    void grant() throws IOException {
        database = Databases.sqlite(folder);
        workspace.grant(ManifestCommand.scopes());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void findsAllWellBesideABotThatRuns() {
        try (BotRig bot = BotRig.start(workspace, database, Map.of())) {
            bot.declare("ann", "sev3 Something");

            Outcome outcome = new Shell(workspace, database).run("doctor");

            assertThat(outcome.said())
                    .contains("ok       settings", "incidents: 1", "ok       bot       ", "version", "MiB are free")
                    .contains("knows the bot as @", "all 22 that the bot needs", "differs from Slack's by")
                    .contains("#incidents is there (announce)", "slack/events, signed", "nothing is late")
                    .doesNotContain("FINDING");
            assertThat(outcome.status()).isZero();
        }
    }

    @Test
    void endsWithOneAndSaysWhatToDoWhereSlackIsNotSetUp() {
        Outcome outcome = new Shell(workspace, database, Map.of("SLACK_BOT_TOKEN", "")).run("doctor");

        assertThat(outcome.said())
                .contains("FINDING  slack     is not set up: SLACK_BOT_TOKEN is not set. Do: make the app from")
                .contains("there is none yet at", "ok       disk");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(Files.exists(folder.resolve("muster.db"))).isFalse();
    }

    @Test
    void namesTheScopesThatTheTokenLacks() throws Exception {
        workspace.grant(ManifestCommand.scopes().stream()
                .filter(scope -> !List.of("pins:write", "files:read").contains(scope))
                .collect(Collectors.toSet()));

        assertThat(findings(Map.of()))
                .containsExactly(
                        "FINDING  scopes    the token lacks files:read, pins:write. Do: put what `muster manifest --url https://…` prints into the app's settings at Slack, and install the app again");
    }

    @Test
    void saysWhichSettingIsMistakenAndNothingElse() throws Exception {
        assertThat(lines(Map.of("PORT", "many"), Instant.now()))
                .singleElement()
                .asString()
                .startsWith(
                        "FINDING  settings  environment variable PORT: \"many\" is not a port number, e.g. 3000. Do:")
                .endsWith("Do: mend it, and look again: the rest depends on it");
    }

    @Test
    void tellsADeadTokenFromASlackThatIsDown() throws Exception {
        assertThat(findings(Map.of("SLACK_BOT_TOKEN", "local-bot-dead")))
                .singleElement()
                .asString()
                .contains("Slack does not accept the bot token")
                .contains("SLACK_BOT_TOKEN is the app's bot token");

        assertThat(findings(Map.of("SLACK_API_URL", "http://127.0.0.1:-2/api/")))
                .singleElement()
                .asString()
                .contains("FINDING  slack", "see that this machine reaches http://127.0.0.1:-2/api/");

        workspace.faults().down(true);
        assertThat(findings(Map.of()))
                .singleElement()
                .asString()
                .contains("FINDING  slack", "auth.test: ", "see that this machine reaches " + workspace.apiUrl());
    }

    @Test
    void looksForTheChannelsThatTheSettingsName() throws Exception {
        Map<String, String> more = Map.of("MUSTER_ANNOUNCE", "war-room", "MUSTER_INSIGHTS_DIGEST_CHANNEL", "figures");

        assertThat(findings(more))
                .containsExactly(
                        "FINDING  channel   there is no #war-room that the bot can see (announce). Do: make it, invite the bot if it is private, or set announce to another",
                        "FINDING  channel   there is no #figures that the bot can see (insights.digest.channel). Do: make it, invite the bot if it is private, or set insights.digest.channel to another");
        assertThat(findings(Map.of(
                        "MUSTER_INSIGHTS_DIGEST_CHANNEL",
                        workspace.channel("general").orElseThrow().path("id").asText())))
                .isEmpty();
    }

    @Test
    void triesTheTokenForSockets() throws Exception {
        assertThat(lines(Map.of("SLACK_APP_TOKEN", workspace.appToken()), Instant.now()))
                .anyMatch(line -> line.startsWith("ok       events    come through a socket"));
        assertThat(findings(Map.of("SLACK_APP_TOKEN", "local-app-dead")))
                .singleElement()
                .asString()
                .startsWith("FINDING  events");
        assertThat(findings(Map.of("SLACK_SIGNING_SECRET", "")))
                .singleElement()
                .asString()
                .contains("Slack has no way to the bot");
    }

    @Test
    void seesAClockThatIsWrong() throws Exception {
        assertThat(lines(Map.of(), Instant.now().plus(Duration.ofMinutes(7))))
                .filteredOn(line -> line.startsWith("FINDING"))
                .singleElement()
                .asString()
                .contains("FINDING  clock", "ahead of Slack's", "timedatectl");
    }

    @Test
    void saysWhatKeepsItFromTheDatabase() throws Exception {
        Files.writeString(folder.resolve("muster.db"), "This is no database, and never was one, however long it is.");
        assertThat(findings(Map.of()))
                .singleElement()
                .asString()
                .contains("FINDING  database", "muster.db cannot be used", "DATABASE_URL");

        assertThat(findings(
                        Map.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none", "DATABASE_PASSWORD", "hunter2")))
                .singleElement()
                .asString()
                .contains("jdbc:postgresql://127.0.0.1:1/none cannot be used")
                .doesNotContain("hunter2");
    }

    /** What is late is late while no bot runs, too. */
    @Test
    void saysThatWorkIsLate() throws Exception {
        BotRig bot = BotRig.start(workspace, database, Map.of());
        bot.declare("ann", "sev1 Something");
        bot.stopBot();

        assertThat(lines(Map.of(), Instant.now().plus(Duration.ofHours(2))))
                .anyMatch(line ->
                        line.matches("FINDING  work .* promises are due and \\d+ events wait\\. Do: start the bot.*"))
                .anyMatch(line -> line.startsWith("ok       bot       none is running"));
    }

    private List<String> findings(Map<String, String> more) throws Exception {
        return lines(more, Instant.now()).stream()
                .filter(line -> line.startsWith("FINDING"))
                .toList();
    }

    private List<String> lines(Map<String, String> more, Instant now) throws Exception {
        Map<String, String> environment = new HashMap<>(BotRig.environment(workspace, database, more));
        return new Checkup(environment, new Shifted(now))
                .all().stream().map(Check::line).toList();
    }

    /** A clock that was set to another time. */
    private static final class Shifted implements InstantSource {

        private final Duration ahead;

        Shifted(Instant now) {
            ahead = Duration.between(Instant.now(), now);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }
}
