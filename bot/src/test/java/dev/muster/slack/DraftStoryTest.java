package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever resolves an incident finds the draft of its post-mortem waiting, and the channel is told so once. */
class DraftStoryTest {

    private static final String READY = "a draft of the post-mortem stands ready";

    private static BotRig bot;
    private static Tables tables;

    @BeforeAll
    static void start(@TempDir Path folder) {
        bot = BotRig.start(Databases.sqlite(folder), Map.of());
        tables = new Tables(bot.settings);
    }

    @AfterAll
    static void stop() {
        bot.close();
    }

    @Test
    void isAnnouncedOnceAlthoughTheAnswersOfSlackAreLost() {
        String room = bot.declare("ann", "sev2 A lost answer");
        await("nothing left to do", tables::isSettled);
        bot.workspace.faults().dropAfterActing("chat.postMessage", 3);

        bot.say("ann", room, "resolve it was the cable");

        await("word of the draft", () -> !announced(room).isEmpty());
        await("nothing left to do", tables::isSettled);
        assertThat(announced(room)).hasSize(1);
        bot.as("ann").press(room, announced(room).get(0).path("ts").asText(), button(room));
        await("the draft", () -> bot.workspace.ephemerals("ann").toString().contains("it was the cable"));
    }

    @Test
    void isAnnouncedForADrillToo() {
        String room = bot.declare("ann", "sev3 A drill --drill");

        bot.say("ann", room, "resolve");
        bot.say("ann", room, "close");

        await("the archive", () -> bot.channel(room).path("is_archived").asBoolean());
        assertThat(announced(room)).hasSize(1);
    }

    @Test
    void isAnnouncedAgainOnlyWhenItIsOverAgain() {
        String room = bot.declare("ann", "sev2 Not over yet");
        bot.say("ann", room, "resolve");
        await("word of the draft", () -> announced(room).size() == 1);

        bot.say("ann", room, "reopen because it came back");
        await("nothing left to do", tables::isSettled);
        assertThat(announced(room)).hasSize(1);
        bot.say("ann", room, "resolve");

        await("word of it again", () -> announced(room).size() == 2);
    }

    private static String button(String room) {
        return BotRig.button(announced(room).get(0), "See the draft");
    }

    private static List<JsonNode> announced(String room) {
        return bot.workspace.messages(room).stream()
                .filter(message -> message.path("text").asText().contains(READY))
                .toList();
    }
}
