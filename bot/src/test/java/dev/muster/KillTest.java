package dev.muster;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.BotProcess;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.workspace.Call;
import dev.muster.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Killed between any two calls of a declaration, the bot finishes it after its restart: once, and whole. Only what is
 * killed has to be a process of its own; what comes after it starts faster here.
 */
class KillTest {

    private static final Set<String> LOOKING_ROUND = Set.of(
            "auth.test",
            "users.list",
            "users.info",
            "conversations.list",
            "conversations.history",
            "conversations.replies");

    /** The long form: {@code -Dkills=1}. */
    private static final int STEP = Integer.getInteger("kills", 3);

    @TempDir
    Path folder;

    /** Between any two of the first calls; in the short form between every other two. */
    static IntStream calls() {
        return IntStream.iterate(0, calls -> calls <= 9, calls -> calls + STEP);
    }

    @ParameterizedTest(name = "killed after {0} calls")
    @MethodSource("calls")
    void finishesADeclarationThatItWasKilledIn(int calls) {
        try (Workspace workspace = workspace()) {
            String database = Databases.sqlite(folder);
            BotProcess first = BotProcess.start(workspace, database, Map.of());
            assertThat(workspace
                            .as("ann")
                            .slash("general", "/incident declare sev1 checkout is down")
                            .ok())
                    .isTrue();
            await(calls + " calls", () -> deeds(workspace) >= calls);
            first.kill();

            BotRig second = BotRig.start(workspace, database, Map.of());
            try {
                await("a complete incident", () -> isComplete(workspace));
                await("nothing more to do", () -> workspace.awaitQuiet(Duration.ofSeconds(1)));

                List<JsonNode> channels = incidentChannels(workspace);
                assertThat(channels).hasSize(1);
                assertThat(announcements(workspace)).isEqualTo(1);
                assertThat(cards(workspace, channels.get(0))).isEqualTo(1);
                assertThat(channels.get(0).path("bookmarks")).hasSize(1);
            } finally {
                second.stopBot();
            }
        }
    }

    @Test
    void makesNoSecondChannelWhenTheAnswerToTheFirstIsLost() {
        try (Workspace workspace = workspace();
                BotProcess bot = BotProcess.start(workspace, Databases.sqlite(folder), Map.of())) {
            workspace.faults().dropAfterActing("conversations.create", 1).dropAfterActing("chat.postMessage", 2);

            workspace.as("ann").slash("general", "/incident declare sev1 checkout is down");

            await("a complete incident", () -> isComplete(workspace));
            assertThat(incidentChannels(workspace)).hasSize(1);
            assertThat(announcements(workspace)).isEqualTo(1);
            assertThat(bot.stop()).isEqualTo(143);
        }
    }

    /** Slack comes again after a minute, and after five; here it is not that patient. */
    private static Workspace workspace() {
        return Workspace.builder()
                .retryDelays(List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .start();
    }

    private static long deeds(Workspace workspace) {
        return workspace.calls().stream()
                .map(Call::method)
                .filter(method -> !LOOKING_ROUND.contains(method))
                .count();
    }

    private static boolean isComplete(Workspace workspace) {
        return incidentChannels(workspace).stream()
                        .anyMatch(channel -> channel.path("pins").size() == 1
                                && channel.path("bookmarks").size() == 1
                                && channel.at("/topic/value").asText().contains("sev1")
                                && channel.path("members").toString().contains("U0ANN"))
                && workspace.messages("incidents").stream()
                        .anyMatch(said -> said.path("text").asText().contains("<#C"));
    }

    private static List<JsonNode> incidentChannels(Workspace workspace) {
        return workspace.channels().stream()
                .filter(channel -> channel.path("name").asText().startsWith("inc-"))
                .toList();
    }

    private static long announcements(Workspace workspace) {
        return workspace.messages("incidents").stream()
                .filter(said -> said.path("text").asText().contains("checkout is down"))
                .count();
    }

    private static long cards(Workspace workspace, JsonNode channel) {
        return workspace.messages(channel.path("id").asText()).stream()
                .filter(said -> said.path("text").asText().startsWith("INC-1, sev1"))
                .count();
    }
}
