package dev.muster;

import static dev.muster.testing.BotRig.await;
import static dev.muster.testing.BotRig.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.BotProcess;
import dev.muster.testing.Databases;
import dev.muster.testing.Room;
import dev.muster.testing.Toolbox;
import dev.muster.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shipped runbooks are walked to their end by a bot that is killed on the way, and nothing is run twice. The long form, in
 * which it is killed after every press of three of them: {@code -Dkills=1}.
 */
class KilledRunTest {

    private static final int PRESSES = Integer.getInteger("kills", 10);

    private static final List<String> FORWARD =
            List.of("Run", "Approve", "It worked", "A connection from a pool", "Start database-connection-pool");
    private static final List<String> PLAIN = List.of("Done", "Skip", "Blocked");

    private static final String SLOW =
            """
            metadata: {id: slow, title: Slow}
            steps:
              - {id: act, title: Take long, kind: command, command: [slow]}
              - {id: look, title: Look what came of it, kind: check}
            """;

    @TempDir
    Path folder;

    @TempDir
    Path box;

    private final List<BotProcess> bots = new ArrayList<>();
    private final Set<String> called = new HashSet<>();

    /** One that calls another; in the long form also one with branches and approval, and one with a command. */
    static Stream<String> starts() {
        boolean isLong = Integer.getInteger("kills", 0) > 0;
        return isLong
                ? Stream.of("bad-deployment", "certificate-expiry host=www.example.com", "stuck-threads")
                : Stream.of("stuck-threads");
    }

    @ParameterizedTest
    @MethodSource("starts")
    void comesToItsEndThoughItIsKilledOnTheWay(String start) {
        Toolbox tools = new Toolbox(box)
                .with(
                        "curl",
                        List.of("--head", "--silent", "--show-error", "--max-time", "20", "https://.*"),
                        "echo HTTP/2 200");
        Map<String, String> settings = tools.settings(Map.of("MUSTER_EXECUTION_TEST_ENABLED", "false"));
        try (Workspace workspace = workspace()) {
            String database = Databases.sqlite(folder);
            restart(workspace, database, settings);
            Room room = declare(workspace);
            assertThat(workspace
                            .as("bob")
                            .slash(channel(workspace), "/incident role ic")
                            .ok())
                    .isTrue();
            say(workspace, "runbook start " + start);
            int pressed = 0;
            while (!room.says("Finished the runbook “" + titleOf(start))) {
                press(workspace, room, pressed);
                pressed++;
                if (pressed % PRESSES == 0) {
                    restart(workspace, database, settings);
                }
                assertThat(pressed).as(start).isLessThan(60);
            }

            assertThat(pressed).as("killed at least once").isGreaterThanOrEqualTo(PRESSES);
            assertThat(tools.runs("curl")).hasSize(start.startsWith("cert") ? 1 : 0);
            assertThat(ends(room)).isEqualTo(start.startsWith("stuck") ? 2 : 1);
        } finally {
            bots.forEach(BotProcess::close);
        }
    }

    /** Killed while it runs: nobody but people can know, and nothing is begun again. */
    @Test
    void asksWhatCameOfAStepThatItWasKilledInAndDoesNotRunItAgain() throws IOException {
        Path books = Files.createDirectory(folder.resolve("books"));
        Files.writeString(books.resolve("slow.yaml"), SLOW);
        Toolbox tools = new Toolbox(box);
        Path begun = tools.file("begun");
        tools.with("slow", List.of(), "touch " + begun + "; sleep 15");
        Map<String, String> settings =
                tools.settings(Map.of("MUSTER_RUNBOOKS", books.toString(), "MUSTER_EXECUTION_TEST_ENABLED", "false"));
        try (Workspace workspace = workspace()) {
            String database = Databases.sqlite(folder);
            restart(workspace, database, settings);
            Room room = declare(workspace);
            say(workspace, "runbook start slow");
            room.press("ann", "Take long", "Run");
            await("its begin", () -> Files.exists(begun));

            restart(workspace, database, settings);

            await("the question", () -> Room.has(room.card("Take long"), "It did not"));
            assertThat(room.card("Take long").toString()).contains("I do not know what came of it");
            workspace.awaitQuiet(Duration.ofSeconds(2));
            assertThat(tools.runs("slow")).hasSize(1);
            room.press("ann", "Take long", "It worked");
            room.card("Look what came of it");
            assertThat(tools.runs("slow")).hasSize(1);
        } finally {
            bots.forEach(BotProcess::close);
        }
    }

    /** What it comes to is seen in the channel before anything else is done. Who gets no answer in time presses again. */
    private void press(Workspace workspace, Room room, int pressed) {
        List<String> before = cards(room);
        JsonNode card = current(room);
        String label = forward(labels(card));
        String ts = card.path("ts").asText();
        if (label.startsWith("Start ")) {
            called.add(ts);
        }
        String who = label.equals("Approve") ? "bob" : "ann";
        await(
                label + " at press " + pressed,
                () -> workspace
                                .as(who)
                                .press(channel(workspace), ts, button(card, label))
                                .ok()
                        || !cards(room).equals(before));
        await("what comes of " + label + " in " + card, () -> !cards(room).equals(before));
    }

    /** What leads furthest: what Muster does, another runbook, the first answer, and only then what people say. */
    private static String forward(List<String> labels) {
        return FORWARD.stream()
                .filter(labels::contains)
                .findFirst()
                .or(() ->
                        labels.stream().filter(label -> !PLAIN.contains(label)).findFirst())
                .orElse("Done");
    }

    private static List<String> labels(JsonNode card) {
        return card.findValues("elements").stream()
                .flatMap(elements -> elements.findParents("action_id").stream())
                .map(element -> element.at("/text/text").asText())
                .toList();
    }

    /** The last step that is open; one that has called another runbook waits for that. */
    private JsonNode current(Room room) {
        await("an open step", () -> open(room).stream().anyMatch(this::isOurs));
        return open(room).stream()
                .filter(this::isOurs)
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private boolean isOurs(JsonNode card) {
        return !called.contains(card.path("ts").asText());
    }

    private static List<JsonNode> open(Room room) {
        return room.messages().stream()
                .filter(message -> message.path("text").asText().contains("· step "))
                .filter(message -> Room.has(message, "Skip"))
                .toList();
    }

    private static List<String> cards(Room room) {
        return room.messages().stream()
                .filter(message -> message.path("text").asText().contains("· step ")
                        || message.toString().contains("Finished"))
                .map(message -> message.path("blocks").toString())
                .toList();
    }

    private static long ends(Room room) {
        return room.messages().stream()
                .filter(message -> message.path("text").asText().contains("Finished the runbook"))
                .count();
    }

    private static String titleOf(String start) {
        return start.startsWith("bad") ? "A deployment" : start.startsWith("cert") ? "Expired TLS" : "A process hangs";
    }

    private void restart(Workspace workspace, String database, Map<String, String> settings) {
        bots.forEach(BotProcess::kill);
        bots.clear();
        bots.add(BotProcess.start(workspace, database, settings));
    }

    private static Room declare(Workspace workspace) {
        assertThat(workspace
                        .as("ann")
                        .slash("general", "/incident declare --new sev3 Killed")
                        .ok())
                .isTrue();
        await("the card", () -> workspace.channels().stream()
                .anyMatch(channel -> channel.path("pins").size() == 1));
        return new Room(workspace, channel(workspace));
    }

    private static void say(Workspace workspace, String words) {
        assertThat(workspace
                        .as("ann")
                        .slash(channel(workspace), "/incident " + words)
                        .ok())
                .as(words)
                .isTrue();
    }

    private static String channel(Workspace workspace) {
        return workspace.channels().stream()
                .map(channel -> channel.path("name").asText())
                .filter(name -> name.startsWith("inc-"))
                .findFirst()
                .orElseThrow();
    }

    private static Workspace workspace() {
        return Workspace.builder()
                .retryDelays(List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .start();
    }
}
