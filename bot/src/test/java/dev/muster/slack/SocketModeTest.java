package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.Databases;
import dev.muster.workspace.Answer;
import dev.muster.workspace.Push;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that comes over HTTP, through a socket that the bot opens. */
class SocketModeTest {

    private static TimedBot bot;
    private static Tables tables;
    private static String room;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        bot = TimedBot.startWithSocket(Databases.sqlite(folder));
        tables = new Tables(bot.settings);
        await("a socket", bot::isReady);
        Answer declared = bot.workspace.as("ann").slash("general", "/incident declare sev2 Through the wall");
        assertThat(declared.ok()).as(declared.toString()).isTrue();
        await("the channel", () -> bot.workspace.channels().size() == 3);
        room = bot.workspace.channels().get(2).path("name").asText();
        await("nothing left to do", tables::isSettled);
    }

    @AfterAll
    static void stop() throws Exception {
        bot.close();
    }

    @Test
    void answersCommands() {
        Answer answer = bot.workspace.as("ann").slash(room, "/incident status");

        assertThat(answer.ok()).isTrue();
        assertThat(answer.body().toString()).contains("INC-1").contains("Through the wall");
    }

    @Test
    void writesDownWhatIsSaid() {
        bot.workspace.as("ann").join(room);
        String ts = bot.workspace.as("ann").post(room, "Said through the socket, 結帳 🔥");

        await("the line", () -> tables.count("timeline WHERE ts = ?", ts) == 1);
        assertThat(tables.texts("SELECT text FROM timeline WHERE ts = ?", ts))
                .containsExactly("Said through the socket, 結帳 🔥");
        assertThat(bot.workspace.pushes())
                .filteredOn(push -> push.event().path("ts").asText().equals(ts))
                .hasSize(1)
                .allMatch(Push::ok);
    }

    @Test
    void opensFormsAndTakesThem() {
        JsonNode card = bot.workspace.messages(room).stream()
                .filter(message -> message.toString().contains("say:update"))
                .findFirst()
                .orElseThrow();

        assertThat(bot.workspace
                        .as("ann")
                        .press(room, card.path("ts").asText(), "say:update")
                        .ok())
                .isTrue();
        await("the form", () -> !bot.workspace.openViews("ann").isEmpty());
        Answer refused = bot.workspace.as("ann").submit(Map.of("text", "We look into it", "next", "soon"));
        Answer taken = bot.workspace.as("ann").submit(Map.of("text", "We look into it", "next", "20m"));

        assertThat(refused.body().toString()).contains("errors").contains("soon");
        assertThat(taken.ok()).isTrue();
        await("the update", () -> bot.workspace.messages(room).stream()
                .anyMatch(message -> message.path("text").asText().contains("We look into it")));
    }

    @Test
    void comesBackWhenSlackEndsTheConnection() {
        int opened = bot.workspace.calls("apps.connections.open").size();

        bot.workspace.refreshSockets();

        await(
                "another socket",
                () -> bot.workspace.calls("apps.connections.open").size() > opened && bot.isReady());
        await(
                "an answer",
                () -> bot.workspace.as("bob").slash(room, "/incident help").ok());
    }
}
