package dev.muster;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.testing.BotProcess;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Disk;
import dev.muster.testing.Shell;
import dev.muster.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However Slack brings the events of an incident, the same stands on its timeline in the end: in order to a bot that goes
 * on, or shuffled, twice, over many connections to one that is killed and started again. The long form is run by {@code
 * -Dactions=10000}.
 */
class ShuffledHistoryTest {

    private static final int ACTIONS = Integer.getInteger("actions", 100);
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int CONNECTIONS = 8;
    private static final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    private final Random random = new Random(42);

    @Test
    void tellsTheSameStoryOnSqlite() throws Exception {
        assertSameStory(Databases.sqlite(folder), ACTIONS);
    }

    @Test
    void tellsTheSameStoryOnPostgres() throws Exception {
        assertSameStory(Databases.postgres(), ACTIONS > 2_000 ? ACTIONS : ACTIONS / 4);
    }

    private void assertSameStory(String database, int actions) throws Exception {
        try (Workspace workspace = Workspace.builder().people(Crowd.PEOPLE).start()) {
            String room = declared(workspace, database);
            String copy = Databases.copy(database, folder.resolve("copy"));
            List<JsonNode> events = history(workspace, room, actions);

            List<JsonNode> inOrder = inOrder(workspace, database, events);
            List<JsonNode> disturbed = disturbed(workspace, copy, events);

            assertThat(minus(disturbed, inOrder)).as("only when disturbed").isEmpty();
            assertThat(minus(inOrder, disturbed)).as("only when in order").isEmpty();
            assertThat(inOrder.size()).isGreaterThan(actions / 2);
        }
    }

    private static String declared(Workspace workspace, String database) {
        BotRig bot = BotRig.start(workspace, database, Map.of("MUSTER_ROLES_NUDGE_AFTER", "9h"));
        String room = bot.declare("ann", "sev3 Everything is slow");
        await("nothing left to do", new Disk(database)::isReadToTheEnd);
        bot.stopBot();
        return room;
    }

    /** Slack's own history cannot be read before all events are there: until then they alone are to tell. */
    private static List<JsonNode> history(Workspace workspace, String room, int actions) {
        workspace.holdEvents();
        new Crowd(workspace, room, 42).act(actions);
        List<JsonNode> events = workspace.heldEvents();
        workspace.forgetHeldEvents();
        return events;
    }

    private List<JsonNode> inOrder(Workspace workspace, String database, List<JsonNode> events) {
        silent(workspace);
        BotRig bot = BotRig.start(workspace, database, Map.of());
        events.forEach(event -> assertThat(workspace.deliver(event)).isEqualTo(200));
        List<JsonNode> story = story(workspace, database);
        bot.stopBot();
        return story;
    }

    private List<JsonNode> disturbed(Workspace workspace, String database, List<JsonNode> events) throws Exception {
        silent(workspace);
        List<JsonNode> sent = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(10) < 3).forEach(sent::add);
        Collections.shuffle(sent, random);
        BotProcess first = BotProcess.start(workspace, database, Map.of());
        Queue<JsonNode> again = delivered(workspace, sent, first::kill);
        assertThat(again).hasSizeGreaterThan(sent.size() / 3);
        new Disk(database).forgetTheDead();
        try (BotProcess second = BotProcess.start(workspace, database, Map.of())) {
            assertThat(delivered(workspace, again, () -> {})).isEmpty();
            return story(workspace, database);
        }
    }

    /**
     * Delivers these, several at once.
     *
     * @param inTheMiddle happens once half of them have been taken
     * @return those that were not taken
     */
    private static Queue<JsonNode> delivered(Workspace workspace, Iterable<JsonNode> events, Runnable inTheMiddle)
            throws InterruptedException {
        Queue<JsonNode> waiting = new ConcurrentLinkedQueue<>();
        events.forEach(waiting::add);
        Queue<JsonNode> refused = new ConcurrentLinkedQueue<>();
        AtomicInteger left = new AtomicInteger(waiting.size() / 2);
        ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            connections.execute(() -> {
                for (JsonNode event = waiting.poll(); event != null; event = waiting.poll()) {
                    if (workspace.deliver(event) != 200) {
                        refused.add(event);
                    } else if (left.decrementAndGet() == 0) {
                        inTheMiddle.run();
                    }
                }
            });
        }
        connections.shutdown();
        assertThat(connections.awaitTermination(LONG.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return refused;
    }

    private static void silent(Workspace workspace) {
        workspace.faults().rateLimit("conversations.history", 1, 10_000);
    }

    /** Once everything is worked in, the channel is read; then, what the command line gives out. */
    private List<JsonNode> story(Workspace workspace, String database) {
        Disk disk = new Disk(database);
        await("all events", LONG, disk::isWorkedIn);
        workspace.faults().clear();
        await("the reading", LONG, disk::isReadToTheEnd);
        Shell shell = new Shell(workspace, database);
        assertThat(shell.run("timeline", "verify").ok()).contains("INC-1: complete from 1 to ");
        Path file = folder.resolve("story.jsonl");
        shell.run("timeline", "export", "INC-1", "--format", "jsonl", "--out", file.toString())
                .ok();
        return told(file);
    }

    /** Without what depends on when and in which order it was written down, and without what was not said in Slack. */
    private static List<JsonNode> told(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(ShuffledHistoryTest::row)
                    .filter(row -> !row.path("kind").asText().equals("gap"))
                    .map(row -> (JsonNode)
                            row.without(List.of("seq", "recordedAt", "salt", "hash", "previous", "head", "content")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode row(String line) {
        try {
            return (ObjectNode) json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    /** What there is more of here than there. */
    private static List<JsonNode> minus(List<JsonNode> here, List<JsonNode> there) {
        Map<JsonNode, Integer> left = new HashMap<>();
        there.forEach(row -> left.merge(row, 1, Integer::sum));
        return here.stream()
                .filter(row -> left.merge(row, -1, Integer::sum) < 0)
                .toList();
    }
}
