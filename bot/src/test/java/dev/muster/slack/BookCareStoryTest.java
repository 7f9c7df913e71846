package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Room;
import dev.muster.testing.Toolbox;
import dev.muster.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the owners of runbooks hear without asking, each of it once, whatever process says it. */
class BookCareStoryTest {

    private static final String LOOK = "{id: look, title: Look, kind: check}";

    @TempDir
    Path folder;

    @TempDir
    Path box;

    @TempDir
    Path books;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Test
    void tellsOwnersHowTheirRunbookWasUsedBeforeItsReviewAndThatItsTestFailed() throws IOException {
        Toolbox tools = new Toolbox(box)
                .with("fails", List.of(), "echo no disk; exit 3")
                .with("works", List.of(), "echo fine");
        Map<String, String> settings = tools.settings(Map.of("MUSTER_RUNBOOKS", books.toString()));
        String database = Databases.sqlite(folder);
        book("used", today, LOOK);
        try (Workspace workspace = Workspace.builder().start()) {
            useIt(BotRig.start(workspace, database, Map.of("MUSTER_RUNBOOKS", books.toString())));
            book("used", today.minusDays(175), LOOK);
            book("late", today.minusDays(200), LOOK);
            book("fresh", today.minusDays(10), LOOK);
            book("broken", today, "{id: act, title: Act, kind: command, command: [fails]}");
            book("sound", today, "{id: act, title: Act, kind: command, command: [works]}");

            hear(BotRig.start(workspace, database, settings));

            book("last", today.minusDays(178), LOOK);
            hearNothingTwice(BotRig.start(workspace, database, settings));
        }
        assertThat(tools.runs("works")).hasSize(1);
        assertThat(tools.runs("fails")).hasSize(1);
    }

    private static void useIt(BotRig bot) {
        String name = bot.declare("ann", "sev3 Something");
        bot.say("ann", name, "runbook start used");
        new Room(bot.workspace, name).press("ann", "Look", "Skip");
        bot.say("ann", name, "resolve done");
        bot.stopBot();
    }

    private void hear(BotRig bot) {
        await("word of a review", () -> said(bot, "The used one", "is due on").contains("run once"));
        await("word of a failure", () -> said(bot, "The broken one", "did not pass")
                .contains("exit status 3"));
        assertThat(said(bot, "The used one", "is due on"))
                .contains("on " + today.plusDays(5), "look: done 0 times, skipped once");
        assertThat(said(bot, "The late one", "was due on")).contains("on " + today.minusDays(20));
        bot.stopBot();
    }

    private static void hearNothingTwice(BotRig bot) {
        await("what comes later", () -> !said(bot, "The last one", "is due on").isEmpty());
        assertThat(bot.directs("dev").stream().filter(text -> text.contains("The broken one")))
                .hasSize(1);
        assertThat(bot.directs("dev").stream().filter(text -> text.contains("The late one")))
                .hasSize(1);
        assertThat(bot.directs("dev"))
                .noneMatch(text -> text.contains("The sound one") || text.contains("The fresh one"));
        bot.stopBot();
    }

    private void book(String id, LocalDate reviewed, String step) throws IOException {
        Files.writeString(
                books.resolve(id + ".yaml"),
                """
                metadata: {id: %s, title: The %s one, owners: ["@dev"], reviewed: %s, review_every: 180d}
                steps:
                  - %s
                """
                        .formatted(id, id, reviewed, step));
    }

    /** The one message to the owner that has both of these in it; nothing if there is none. */
    private static String said(BotRig bot, String what, String more) {
        List<String> texts = bot.directs("dev").stream()
                .filter(text -> text.contains(what) && text.contains(more))
                .toList();
        assertThat(texts).hasSizeLessThan(2);
        return String.join("", texts);
    }
}
