package dev.muster;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotProcess;
import dev.muster.testing.Databases;
import dev.muster.workspace.Answer;
import dev.muster.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two processes on one PostgreSQL: one is killed and one stands still, and everything is said once all the same. */
class TwoProcessesTest {

    private static final List<String> PEOPLE = List.of("ann", "bob", "cleo", "dev");
    private static final int EACH = 5;

    /** Longer than a process may stand still before the other does its work. */
    private static final Duration FREEZE = Duration.ofSeconds(36);

    private static final Map<String, String> SETTINGS =
            Map.of("MUSTER_ACTIONS_REPEAT_EVERY", "1d", "MUSTER_ACTIONS_REMIND_BEFORE", "2d");

    @Test
    void remindsOnceThoughOneIsKilledAndOneStandsStill() throws Exception {
        String database = Databases.postgres();
        try (Workspace workspace = Workspace.builder().start();
                BotProcess frozen = BotProcess.start(workspace, database, SETTINGS)) {
            BotProcess killed = BotProcess.start(workspace, database, SETTINGS);
            declare(workspace);
            List<String> items = give(workspace);
            await("the first reminder", () -> items.stream().anyMatch(item -> count(workspace, item) > 0));

            killed.kill();
            workspace.connect(frozen.address.resolve("slack/events"));
            await("half of them", Duration.ofSeconds(90), () -> reminded(workspace, items) >= items.size() / 2);
            frozen.signal("STOP");
            try (BotProcess third = BotProcess.start(workspace, database, SETTINGS)) {
                await("all of them", FREEZE.plusSeconds(60), () -> reminded(workspace, items) == items.size());
                frozen.signal("CONT");
                assertThat(third.address).isNotEqualTo(frozen.address);
                assertSaidOnce(workspace, items);
            }
        }
    }

    private static void declare(Workspace workspace) {
        Answer answer = workspace.as("ann").slash("general", "/incident declare --new sev3 Two of us");
        assertThat(answer.ok()).isTrue();
        await("the card", () -> workspace.channels().stream()
                .anyMatch(channel -> channel.path("pins").size() == 1));
    }

    /** Everybody promises something themselves, so that all they hear of it is the reminder. */
    private static List<String> give(Workspace workspace) {
        List<String> items = new ArrayList<>();
        for (int turn = 1; turn <= EACH; turn++) {
            for (String person : PEOPLE) {
                String item = "Item of %s number %d.".formatted(person, turn);
                items.add(item);
                Answer answer = workspace
                        .as(person)
                        .slash("general", "/incident INC-1 action %s in %ds".formatted(item, 2 + turn));
                assertThat(answer.ok()).as(item).isTrue();
            }
        }
        return items;
    }

    /** What a process that has woken up again still wants to say would come now. */
    private static void assertSaidOnce(Workspace workspace, List<String> items) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(6);
        while (System.nanoTime() < end) {
            assertThat(items)
                    .allSatisfy(
                            item -> assertThat(count(workspace, item)).as(item).isEqualTo(1));
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static long reminded(Workspace workspace, List<String> items) {
        return items.stream().filter(item -> count(workspace, item) > 0).count();
    }

    private static long count(Workspace workspace, String item) {
        return PEOPLE.stream()
                .flatMap(person -> workspace.dms(person).stream())
                .filter(message -> message.path("text").asText().contains(item))
                .count();
    }
}
