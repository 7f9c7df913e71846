package dev.muster.main;

import static dev.muster.incident.Samples.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.config.Settings;
import dev.muster.config.SettingsFile;
import dev.muster.desk.Insights;
import dev.muster.incident.Declaration;
import dev.muster.incident.Declaring;
import dev.muster.incident.Severity;
import dev.muster.slack.Allowance;
import dev.muster.slack.Channels;
import dev.muster.slack.Directory;
import dev.muster.slack.Invitations;
import dev.muster.slack.Skew;
import dev.muster.slack.SlackChat;
import dev.muster.slack.Uploads;
import dev.muster.slack.Web;
import dev.muster.store.Database;
import dev.muster.store.Location;
import dev.muster.store.Store;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When and how often a week's figures are told, by a clock that the test moves and a workspace over real HTTP. */
class DigestTest {

    private static final Instant MONDAY_NINE = Instant.parse("2026-11-23T08:00:00Z"); // in Berlin

    private final Workspace workspace = Workspace.builder().start();
    private Instant now = MONDAY_NINE;

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        workspace.close();
    }

    /** As much of a process as tells the figures, with nothing in common with another but the database. */
    private final class Member implements AutoCloseable {

        private final Store store;
        private final Web web;
        private final Digest digest;

        Member(String database) {
            Settings settings = SettingsFile.read(BotRig.environment(
                    workspace,
                    database,
                    Map.of("MUSTER_INSIGHTS_DIGEST_CHANNEL", "general", "MUSTER_TIME_ZONE", "Europe/Berlin")));
            InstantSource clock = () -> now;
            InstantSource wall = InstantSource.system();
            store = Store.on(Database.open(new Location(database, Optional.empty(), Optional.empty())), clock);
            web = new Web(workspace.apiUrl(), workspace.botToken(), new Allowance(wall, 100), new Skew(wall));
            Directory directory = new Directory(web, settings.house().zone());
            digest = new Digest(
                    settings.digest().orElseThrow(),
                    new Insights(store.archive(), store.incidents(), clock),
                    store.once(),
                    new SlackChat(web, new Channels(web, settings.house()), new Invitations(web, directory)),
                    new Uploads(web),
                    settings.house().zone(),
                    clock);
        }

        void look(Instant at) {
            now = at;
            digest.look();
        }

        void declare(String title, Severity severity, Instant at, boolean isPrivate, boolean isDrill) {
            Declaration said =
                    new Declaration(title, severity, ANN, Map.of(), Optional.empty(), isPrivate, isDrill, title, "");
            store.incidents().declare(title, id -> Declaring.declare(id, said, at));
        }

        @Override
        public void close() throws Exception {
            web.close();
            store.close();
        }
    }

    @Test
    void tellsOfTheWeekThatIsOverWithAPictureAndItsWords() throws Exception {
        try (Member bot = new Member(Databases.sqlite(folder))) {
            bot.declare("Sunday", Severity.SEV1, MONDAY_NINE.minus(Duration.ofHours(10)), false, false);
            bot.declare("Today", Severity.SEV2, MONDAY_NINE.minus(Duration.ofHours(8)), false, false);
            bot.declare("Salaries", Severity.SEV3, MONDAY_NINE.minus(Duration.ofDays(2)), true, false);
            bot.declare("Practice", Severity.SEV3, MONDAY_NINE.minus(Duration.ofDays(2)), false, true);

            bot.look(MONDAY_NINE.minusMillis(1));
            assertThat(said()).isEmpty();
            bot.look(MONDAY_NINE);

            assertThat(said()).singleElement().satisfies(text -> assertThat(text)
                    .contains("Incidents from 16 Nov to 22 Nov 2026", "1 incident declared", "sev1 1", "drills 1")
                    .doesNotContain("sev2", "sev3", "Salaries"));
            JsonNode file = pictures().get(0);
            assertThat(file.path("name").asText()).isEqualTo("incidents-2026-W47.png");
            assertThat(file.path("alt_txt").asText())
                    .endsWith("of none is it known.")
                    .contains("16 Nov: 1 (sev1 1)");
            assertThat(drawn(file)).isEqualTo(1440);
        }
    }

    @Test
    void tellsItLaterInTheSameWeekAndNoOlderOne() throws Exception {
        try (Member bot = new Member(Databases.sqlite(folder))) {
            bot.look(MONDAY_NINE.plus(Duration.ofDays(6)));
            assertThat(said()).singleElement().asString().contains("16 Nov to 22 Nov");

            bot.look(MONDAY_NINE.plus(Duration.ofDays(7)).minusSeconds(1));
            assertThat(said()).hasSize(1);
            bot.look(MONDAY_NINE.plus(Duration.ofDays(28)));
            assertThat(said()).hasSize(2).last().asString().contains("14 Dec to 20 Dec");
        }
    }

    @Test
    void tellsItOnceOverARestart() throws Exception {
        String database = Databases.sqlite(folder);
        try (Member before = new Member(database)) {
            before.look(MONDAY_NINE);
        }
        try (Member after = new Member(database)) {
            after.look(MONDAY_NINE.plus(Duration.ofHours(1)));
        }

        assertThat(said()).hasSize(1);
        assertThat(pictures()).hasSize(1);
    }

    @Test
    void tellsItOnceThoughTwoProcessesAreThere() throws Exception {
        String database = Databases.postgres();
        try (Member one = new Member(database);
                Member other = new Member(database)) {
            List<Thread> looks = Stream.of(one, other)
                    .map(process -> new Thread(process.digest::look))
                    .toList();
            looks.forEach(Thread::start);
            for (Thread look : looks) {
                look.join();
            }
        }

        assertThat(said()).hasSize(1);
        assertThat(pictures()).hasSize(1);
    }

    /** Whatever Slack does not answer, before it has acted or after, comes once in the end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "conversations.list",
                "chat.postMessage",
                "files.getUploadURLExternal",
                "files.completeUploadExternal"
            })
    void triesAgainWhatSlackDidNotAnswer(String method) throws Exception {
        try (Member bot = new Member(Databases.sqlite(folder))) {
            workspace.faults().status(method, 503, 1);
            bot.look(MONDAY_NINE);
            assertThat(pictures()).isEmpty();

            workspace.faults().dropAfterActing(method, 1);
            bot.look(MONDAY_NINE.plus(Duration.ofMinutes(2)));
            bot.look(MONDAY_NINE.plus(Duration.ofMinutes(4)));
            bot.look(MONDAY_NINE.plus(Duration.ofMinutes(6)));

            assertThat(said()).hasSize(1);
            assertThat(pictures()).hasSize(1);
        }
    }

    @Test
    void saysTheWordsWhereSlackTakesNoFiles() throws Exception {
        try (Member bot = new Member(Databases.sqlite(folder))) {
            workspace.faults().fail("files.getUploadURLExternal", "file_uploads_disabled", 1);

            bot.look(MONDAY_NINE);
            bot.look(MONDAY_NINE.plus(Duration.ofHours(3)));

            assertThat(said()).hasSize(1);
            assertThat(pictures()).isEmpty();
        }
    }

    /** Somebody may permit it, or make the channel; to look for it is dear. */
    @Test
    void waitsAnHourWhereSlackDoesNotPermitIt() throws Exception {
        try (Member bot = new Member(Databases.sqlite(folder))) {
            workspace.faults().fail("chat.postMessage", "restricted_action", 1);
            bot.look(MONDAY_NINE);
            bot.look(MONDAY_NINE.plus(Duration.ofMinutes(59)));
            assertThat(said()).isEmpty();

            bot.look(MONDAY_NINE.plus(Duration.ofMinutes(60)));
            assertThat(said()).hasSize(1);
        }
    }

    private List<String> said() {
        return workspace.messages("general").stream()
                .map(message -> message.path("text").asText())
                .filter(text -> text.contains("Incidents from"))
                .toList();
    }

    private List<JsonNode> pictures() {
        return workspace.messages("general").stream()
                .filter(message -> message.has("files"))
                .map(message -> message.path("files").path(0))
                .toList();
    }

    private int drawn(JsonNode file) throws IOException {
        byte[] png = workspace.file(file.path("id").asText()).orElseThrow();
        return ImageIO.read(new ByteArrayInputStream(png)).getWidth();
    }
}
