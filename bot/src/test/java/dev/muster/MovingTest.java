package dev.muster;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Shell;
import dev.muster.testing.Shell.Outcome;
import dev.muster.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team outgrows one machine: from SQLite to PostgreSQL and back, with everything that was said and promised. */
class MovingTest {

    private static final Map<String, String> NOTHING = Map.of();

    @TempDir
    Path folder;

    @Test
    void movesEverythingAndGoesOnThere() throws Exception {
        String sqlite = Databases.sqlite(folder);
        String postgres = Databases.postgres();
        Path out = folder.resolve("out");
        Workspace workspace = Workspace.builder().start();
        String room = livedIn(workspace, sqlite);

        String exported =
                new Shell(workspace, sqlite).run("export", out.toString()).ok();
        String imported =
                new Shell(workspace, postgres).run("import", out.toString()).ok();

        assertThat(exported).contains(" rows are in " + out).doesNotContain("a bot works");
        assertThat(imported).contains("each as it was exported");
        assertThat(new Shell(workspace, postgres).run("timeline", "verify").ok())
                .contains("INC-1: complete from 1 to ");
        try (BotRig there = BotRig.start(workspace, postgres, NOTHING)) {
            there.say("bob", room, "decision We go on elsewhere");
            await("the decision", () -> there.texts(room).stream().anyMatch(text -> text.contains("go on elsewhere")));
            assertThat(there.say("bob", "general", "search peculiar").body().toString())
                    .contains("A peculiar symptom");
            assertThat(there.say("bob", room, "actions").body().toString()).contains("Raise the pool");
            assertThat(there.say("bob", room, "runbook status").body().toString())
                    .contains("run 1: stuck-threads version ");
        }

        Path back = folder.resolve("back");
        String again = "jdbc:sqlite:" + folder.resolve("again.db");
        new Shell(workspace, postgres).run("export", back.toString()).ok();
        new Shell(workspace, again).run("import", back.toString()).ok();
        new Shell(workspace, again)
                .run("export", folder.resolve("third").toString())
                .ok();
        assertThat(list(folder.resolve("third"))).isEqualTo(list(back));
        assertThat(list(back).at("/tables/timeline/rows").asInt())
                .isGreaterThan(list(out).at("/tables/timeline/rows").asInt());
    }

    @Test
    void takesNothingThatIsNotWholeAndNothingTwice() throws Exception {
        String sqlite = Databases.sqlite(folder);
        Path out = folder.resolve("out");
        Workspace workspace = Workspace.builder().start();
        livedIn(workspace, sqlite);
        new Shell(workspace, sqlite).run("export", out.toString()).ok();
        Shell other = new Shell(workspace, "jdbc:sqlite:" + folder.resolve("other.db"));

        Path timeline = out.resolve("timeline.jsonl");
        String whole = Files.readString(timeline);
        Files.writeString(timeline, whole.replace("A peculiar symptom", "A peculiar symptoM"));
        Outcome changed = other.run("import", out.toString());
        Files.writeString(timeline, whole.substring(0, whole.indexOf('\n') + 1));
        Outcome cut = other.run("import", out.toString());
        Files.writeString(timeline, whole);
        Outcome full = new Shell(workspace, sqlite).run("import", out.toString());
        Outcome taken = new Shell(workspace, sqlite).run("export", out.toString());

        assertThat(changed.status()).isEqualTo(1);
        assertThat(changed.said())
                .contains("timeline in the folder is not what was exported")
                .doesNotContain("\tat ");
        assertThat(cut.said()).contains("timeline in the folder is not what was exported");
        assertThat(full.said()).contains("there are incidents in this database. Nothing was changed.");
        assertThat(taken.said()).contains("is not empty. Nothing was written.");
        assertThat(other.run("import", out.toString()).ok()).contains("each as it was exported");
    }

    @Test
    void copiesADatabaseThatIsAtWork() throws IOException {
        Path copy = folder.resolve("copy.db");
        Workspace workspace = Workspace.builder().start();
        String sqlite = Databases.sqlite(folder);
        try (BotRig bot = BotRig.start(workspace, sqlite, NOTHING)) {
            bot.declare("ann", "sev2 Checkout is down");

            String said =
                    new Shell(workspace, sqlite).run("backup", copy.toString()).ok();

            assertThat(said).contains("DATABASE_URL=jdbc:sqlite:" + copy);
            assertThat(new Shell(workspace, sqlite)
                            .run("export", folder.resolve("live").toString())
                            .ok())
                    .contains("a bot works on this database");
        }
        assertThat(new Shell(workspace, "jdbc:sqlite:" + copy)
                        .run("timeline", "verify")
                        .ok())
                .contains("INC-1: complete from 1 to ");
        assertThat(new Shell(workspace, sqlite).run("backup", copy.toString()).said())
                .contains("is there already. Nothing was written.");
        assertThat(Files.readAllBytes(copy)).startsWith("SQLite format 3".getBytes(StandardCharsets.US_ASCII));
    }

    /** An incident with words, an item and a run; the bot is stopped again. */
    private static String livedIn(Workspace workspace, String database) {
        BotRig bot = BotRig.start(workspace, database, NOTHING);
        String room = bot.declare("ann", "sev2 Checkout is down");
        bot.as("ann").post(room, "A peculiar symptom: \"null\" \\ 漢字 🔥\nin two lines");
        bot.say("ann", room, "action Raise the pool @bob by 2030-01-01");
        bot.say("ann", room, "runbook start stuck-threads");
        await("the words", () -> bot.say("bob", "general", "search peculiar")
                .body()
                .toString()
                .contains("A peculiar symptom"));
        bot.stopBot();
        return room;
    }

    private static JsonNode list(Path export) throws IOException {
        return new ObjectMapper().readTree(export.resolve("export.json").toFile());
    }
}
