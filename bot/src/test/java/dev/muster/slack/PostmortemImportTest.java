package dev.muster.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Shell;
import dev.muster.testing.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A post-mortem goes out as Markdown, is edited with any editor, and comes back, beside people who write in Slack. */
class PostmortemImportTest {

    @TempDir
    Path folder;

    @Test
    void goesOutIsEditedAndComesBack() throws IOException {
        String database = Databases.sqlite(folder);
        try (BotRig bot = BotRig.start(database, Map.of())) {
            String room = bot.declare("ann", "sev1 The pool is full");
            bot.say("ann", room, "impact Nobody can pay --users 30%");
            bot.say("ann", room, "resolve");
            bot.say("bob", room, "write well The graphs helped (#1).");
            Shell shell = new Shell(bot.workspace, database);
            Path file = folder.resolve("f.md");
            shell.run("postmortem", "INC-1", "--out", file.toString()).ok();
            String out = Files.readString(file);

            write(file, out.replace("*Nobody has written this yet.* What had to come together?", "A job leaked (#1)."));
            bot.say("ann", room, "impact --users 40%");
            String done = shell.run("postmortem", "import", "INC-1", file.toString(), "--as", "Bob")
                    .ok();
            bot.say("ann", room, "write luck It was night.");
            write(
                    file,
                    Files.readString(file)
                            .replace("*Nobody has written this yet.* What could", "It rained. What could"));
            Outcome conflict = shell.run("postmortem", "import", "INC-1", file.toString(), "--as", "bob");
            write(file, out.replace("<!-- end luck -->", ""));
            Outcome broken = shell.run("postmortem", "import", "INC-1", file.toString(), "--as", "bob");
            String now = shell.run("postmortem", "INC-1").ok();

            assertThat(done).contains("INC-1: version 2, with Contributing factors as bob wrote it.");
            assertThat(conflict.status()).isEqualTo(1);
            assertThat(conflict.said())
                    .contains("== Where we were lucky", "It was night.", "It rained.", "Nothing was saved.");
            assertThat(broken.status()).isEqualTo(1);
            assertThat(broken.said()).contains("f.md:", "Where we were lucky begins here and does not end.");
            assertThat(now)
                    .as("drawn from the record as it is now, but for what people wrote")
                    .contains("40%", "A job leaked (#1).", "It was night.", "version 3", "Written by bob, ann")
                    .doesNotContain("It rained.");
            assertThat(bot.say("bob", room, "timeline").body().toString()).doesNotContain("Nothing was");
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }
}
