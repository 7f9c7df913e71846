package dev.muster;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Disk;
import dev.muster.testing.Shell;
import dev.muster.workspace.Call;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At its end a timeline has all that was said, and the channel is a witness to it. */
class ClosingTest {

    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");

    @TempDir
    Path folder;

    private BotRig bot;
    private String room;

    @BeforeEach
    void start() {
        bot = BotRig.start(Databases.sqlite(folder), Map.of());
        room = bot.declare("ann", "sev3 Checkout is down");
        bot.as("bob").join(room);
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void tellsTheChannelTheHashOfTheLastRow() {
        bot.as("bob").post(room, "I see timeouts");
        bot.say("ann", room, "resolve the pool is larger");
        await("the hash at the resolution", () -> hashes().size() == 1);
        bot.say("ann", room, "close");
        await("the archive", () -> bot.channel(room).path("is_archived").asBoolean());

        assertThat(hashes()).hasSize(2).doesNotHaveDuplicates();
        List<String> rows = Exports.jsonLines(bot.settings, 1).stream()
                .map(row -> row.path("hash").asText())
                .toList();
        Shell shell = new Shell(bot.workspace, bot.settings.database().url());
        hashes().forEach(hash -> {
            assertThat(rows).contains(hash);
            assertThat(shell.run("timeline", "verify", "INC-1", "--head", hash).ok())
                    .contains("complete");
        });
        Shell.Outcome forged = shell.run(
                "timeline", "verify", "INC-1", "--head", hashes().get(0).replaceAll("^.", "g"));
        assertThat(forged.status()).isEqualTo(1);
        assertThat(forged.said()).contains("no row has the hash");
    }

    @Test
    void readsAllThatWasSaidBeforeItArchives() {
        bot.say("ann", room, "resolve");
        await("the hash at the resolution", () -> hashes().size() == 1);
        await("quiet", new Disk(bot.settings.database().url())::isReadToTheEnd);
        bot.workspace.faults().loseEvents(event -> true);
        String first = bot.as("bob").post(room, "unheard 1");
        bot.as("bob").edit(room, first, "unheard 2");
        bot.as("bob").reply(room, first, "unheard 3");
        bot.as("ann").react(room, first, "eyes");

        bot.say("ann", room, "close");
        await("the archive", () -> bot.channel(room).path("is_archived").asBoolean());

        List<JsonNode> rows = Exports.jsonLines(bot.settings, 1);
        assertThat(rows).extracting(row -> row.path("text").asText()).contains("unheard 2", "unheard 3", ":eyes:");
        assertThat(Exports.verify(bot.settings, 1)).isEmpty();
        List<String> calls = bot.workspace.calls().stream()
                .filter(call -> call.argument("channel")
                        .equals(bot.channel(room).path("id").asText()))
                .map(Call::method)
                .toList();
        assertThat(calls).endsWith("chat.postMessage", "conversations.archive");
        int sealed =
                rows.stream().map(row -> row.path("hash").asText()).toList().indexOf(hashes().get(1));
        assertThat(rows.subList(0, sealed + 1))
                .as("what the last hash vouches for")
                .extracting(row -> row.path("text").asText())
                .contains("unheard 2", "unheard 3", ":eyes:");
    }

    /** What the bot told the channel, oldest first. */
    private List<String> hashes() {
        return bot.texts(room).stream()
                .map(HASH::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .toList();
    }
}
