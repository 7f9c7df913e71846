package dev.muster;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.config.Settings;
import dev.muster.config.SettingsFile;
import dev.muster.incident.Kind;
import dev.muster.incident.UserId;
import dev.muster.testing.BotProcess;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Disk;
import dev.muster.testing.Shell;
import dev.muster.timeline.MessageState;
import dev.muster.timeline.MessageState.Reaction;
import dev.muster.timeline.Row;
import dev.muster.workspace.Call;
import dev.muster.workspace.Workspace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever Slack did not bring, the record says what is true in the end, and from when to when it had to be read: a fifth
 * of the events are lost, and all of those of a stretch in which the bot is gone; the reading goes in small pages, is
 * refused, loses its place, and is killed. Each incident has a history of its own. The long form: {@code -Dactions=2000}.
 */
class RepairedHistoryTest {

    private static final int ACTIONS = Integer.getInteger("actions", 200);
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

    /** What is younger than this when it is read may only have been on its way. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final Random chance = new Random(7);

    /** What is true of a message, and what the record says of it. */
    private record Facts(
            String text,
            boolean deleted,
            Optional<String> thread,
            Set<Reaction> reactions,
            boolean pinned,
            Set<String> files) {}

    @Test
    void tellsWhatIsTrueAlthoughAFifthWasLost() {
        String database = Databases.sqlite(folder);
        Disk disk = new Disk(database);
        try (Workspace workspace = Workspace.builder().people(Crowd.PEOPLE).start()) {
            BotProcess first = BotProcess.start(workspace, database, Map.of());
            List<String> rooms =
                    SEEDS.stream().map(seed -> declared(workspace, disk, seed)).toList();
            List<Crowd> crowds = IntStream.range(0, rooms.size())
                    .mapToObj(at -> new Crowd(workspace, rooms.get(at), SEEDS.get(at)))
                    .toList();
            workspace.faults().loseEvents(event -> isLost());
            crowds.forEach(crowd -> crowd.act(ACTIONS / 2));
            workspace.faults().delay("conversations.replies", Duration.ofSeconds(1));
            workspace.rateLimitEvents();
            crowds.forEach(crowd -> crowd.act(ACTIONS / 10));
            workspace.rateLimitEvents();
            workspace.endEventRateLimit();
            crowds.forEach(crowd -> crowd.act(ACTIONS / 10));
            await("what came", LONG, disk::isWorkedIn);
            await(
                    "readings that are under way",
                    () -> disk.count("readings WHERE state LIKE '%\"until\"%'") == rooms.size());
            first.kill();
            workspace.faults().clear().loseEvents(event -> true);
            crowds.forEach(crowd -> crowd.act(ACTIONS * 3 / 10));
            Instant gone = Instant.now();
            await("a moment in which nothing is on its way any more", () -> Instant.now()
                    .isAfter(gone.plus(SETTLED)));

            Instant back = Instant.now();
            readWithTrouble(workspace, database);

            Shell shell = new Shell(workspace, database);
            String verdict = shell.run("timeline", "verify").ok();
            Settings settings = SettingsFile.read(BotRig.environment(workspace, database, Map.of()));
            LongStream.rangeClosed(1, rooms.size()).forEach(number -> {
                List<Row> rows = Exports.rows(settings, number);
                assertThat(verdict).contains("INC-%d: complete from 1 to %d".formatted(number, rows.size()));
                assertTrue(workspace.messages(rooms.get((int) number - 1)), folded(rows));
                assertSaysWhatWasFound(rows, back);
            });
        }
    }

    private synchronized boolean isLost() {
        return chance.nextInt(5) == 0;
    }

    private static String declared(Workspace workspace, Disk disk, long seed) {
        int before = rooms(workspace).size();
        workspace.as("ann").slash("general", "/incident declare --new sev3 Trouble number " + seed);
        await("a channel", () -> rooms(workspace).size() > before);
        await("nothing left to do", disk::isReadToTheEnd);
        return rooms(workspace).get(before);
    }

    private static List<String> rooms(Workspace workspace) {
        return workspace.channels().stream()
                .map(channel -> channel.path("name").asText())
                .filter(name -> name.startsWith("inc-"))
                .toList();
    }

    private static void readWithTrouble(Workspace workspace, String database) {
        Disk disk = new Disk(database);
        workspace
                .faults()
                .historyPage(15)
                .emptyPages(3)
                .rateLimit("conversations.history", 1, 2)
                .rateLimit("conversations.replies", 1, 2);
        long before = pages(workspace);
        BotProcess second = BotProcess.start(workspace, database, Map.of());
        await("some pages", LONG, () -> pages(workspace) >= before + 8);
        second.kill();
        workspace.faults().expireCursors();
        long half = pages(workspace);
        try (BotProcess third = BotProcess.start(workspace, database, Map.of())) {
            await("more pages", LONG, () -> pages(workspace) >= half + 5);
            await("a place that is lost", LONG, () -> isPlaceLost(workspace));
            workspace.faults().rateLimit("conversations.history", 1, 1);
            await("the end", LONG, disk::isReadToTheEnd);
            assertThat(third.stop()).isEqualTo(143);
        }
    }

    /** Takes every place away until somebody has come back to one. */
    private static boolean isPlaceLost(Workspace workspace) {
        workspace.faults().expireCursors();
        return workspace.calls().stream().map(Call::error).anyMatch("invalid_cursor"::equals);
    }

    private static long pages(Workspace workspace) {
        return workspace.calls().stream()
                .filter(call -> call.method().equals("conversations.history")
                        || call.method().equals("conversations.replies"))
                .filter(Call::ok)
                .count();
    }

    /** One message after another, so that a failure can be read. */
    private static void assertTrue(List<JsonNode> channel, Map<String, MessageState> told) {
        Set<String> standing = new HashSet<>();
        for (JsonNode message : channel) {
            String ts = message.path("ts").asText();
            standing.add(ts);
            assertThat(told).as("%s", message).containsKey(ts);
            MessageState state = told.get(ts);
            if (message.path("subtype").asText().equals("tombstone")) {
                assertThat(state.isDeleted()).as("%s", message).isTrue();
            } else {
                assertThat(facts(state, message)).as("%s", message).isEqualTo(truth(message));
            }
        }
        told.forEach((ts, state) -> assertThat(standing.contains(ts) || state.isDeleted() || !state.exists())
                .as("%s in the thread %s, of which nothing is left: %s", ts, state.threadTs(), state.text())
                .isTrue());
    }

    private static Facts truth(JsonNode message) {
        Set<Reaction> reactions = new HashSet<>();
        message.path("reactions").forEach(reaction -> reaction.path("users")
                .forEach(user ->
                        reactions.add(new Reaction(reaction.path("name").asText(), new UserId(user.asText())))));
        Set<String> files = new HashSet<>();
        message.path("files").forEach(file -> {
            if (!file.path("mode").asText().equals("tombstone")) {
                files.add(file.path("id").asText());
            }
        });
        Optional<String> thread = Optional.of(message.path("thread_ts").asText())
                .filter(root ->
                        !root.isEmpty() && !root.equals(message.path("ts").asText()));
        return new Facts(words(message), false, thread, reactions, message.has("pinned_to"), files);
    }

    private static Facts facts(MessageState state, JsonNode message) {
        String text = words(message).isEmpty() ? "" : state.text().orElse("(none)");
        return new Facts(text, state.isDeleted(), state.threadTs(), state.reactions(), state.isPinned(), state.files());
    }

    /** As people wrote it. What the bot or Slack says in blocks or notices, and files without words, are not compared. */
    private static String words(JsonNode message) {
        boolean isSaid = !message.path("bot_profile").path("name").asText().equals("Muster")
                && !message.path("subtype").asText().startsWith("channel_");
        return isSaid
                ? message.path("text")
                        .asText()
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&")
                : "";
    }

    private static Map<String, MessageState> folded(List<Row> rows) {
        Map<String, MessageState> states = new HashMap<>();
        rows.forEach(row -> row.entry().origin().message().ifPresent(message -> states.computeIfAbsent(
                        message.ts(), ts -> new MessageState())
                .see(row.entry())));
        rows.stream().filter(row -> row.entry().kind() == Kind.FILE).forEach(gone -> states.values()
                .forEach(state -> state.see(gone.entry())));
        return states;
    }

    /** After the restart nothing came by itself: what was said since the last reading began was found by the last one. */
    private static void assertSaysWhatWasFound(List<Row> rows, Instant back) {
        List<Row> later =
                rows.stream().filter(row -> !row.recordedAt().isBefore(back)).toList();
        List<Row> gaps =
                later.stream().filter(row -> row.entry().kind() == Kind.GAP).toList();
        Row last = gaps.get(gaps.size() - 1);
        assertThat(moment(last, "from")).isBefore(back);
        assertThat(moment(last, "to")).isBetween(back, last.recordedAt());
        Map<?, ?> found = (Map<?, ?>) last.entry().data().get("found");
        long messages = later.stream()
                .filter(row -> row.entry().kind() == Kind.MESSAGE)
                .filter(row -> !said(row).isBefore(moment(last, "from")))
                .count();
        assertThat(((Number) found.get("message")).longValue())
                .isEqualTo(messages)
                .isPositive();
        assertThat(found.keySet()).asString().contains("message_edited", "message_deleted", "reaction_added");
    }

    private static Instant moment(Row gap, String name) {
        return Instant.parse(String.valueOf(gap.entry().data().get(name)));
    }

    private static Instant said(Row row) {
        String ts = row.entry().origin().message().orElseThrow().ts();
        return Instant.ofEpochMilli(new BigDecimal(ts).movePointRight(3).longValue());
    }
}
