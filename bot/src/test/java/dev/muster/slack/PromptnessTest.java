package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.workspace.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slack waits three seconds for an answer: it gets one, though its own API takes five for every call. */
class PromptnessTest {

    private static BotRig bot;
    private static String room;

    @BeforeAll
    static void start(@TempDir Path folder) {
        bot = BotRig.start(Databases.sqlite(folder), Map.of());
        room = bot.declare("ann", "sev2 Slow motion");
        await("nothing left to do", new Tables(bot.settings)::isSettled);
        bot.workspace.faults().delayAll(Duration.ofSeconds(5));
    }

    @AfterAll
    static void stop() {
        bot.workspace.faults().clear();
        bot.close();
    }

    @Test
    void answersEveryCommandInTime() {
        Map<String, Long> millis = new LinkedHashMap<>();
        for (String words : List.of(
                "",
                "declare sev3 Another one @bob as ic",
                "declare",
                "list",
                "list all slow",
                "status",
                "update We look into it --next 20m",
                "update",
                "stage investigating we look",
                "sev sev1 because it is worse",
                "role ic",
                "role tech @bob",
                "note 10m ago the first alert",
                "decision Roll back",
                "action Alert on it @cleo by tomorrow high",
                "actions",
                "actions done 1",
                "runbook list",
                "runbook start disk-space",
                "runbook status",
                "runbook stop",
                "snooze 15m",
                "timeline",
                "resolve It is over",
                "reopen because it is not",
                "resolve Now it is",
                "close",
                "help",
                "help declare",
                "dclare")) {
            Answer answer = bot.as("ann").slash(room, "/incident " + words);
            assertThat(answer.ok()).as(words + ": " + answer).isTrue();
            millis.put(words, answer.millis());
        }

        Map.Entry<String, Long> slowest =
                millis.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        System.out.println("slowest answer: " + slowest.getValue() + " ms for /incident " + slowest.getKey());
        assertThat(slowest.getValue()).isLessThan(2500);
    }

    @Test
    void answersPressesShortcutsAndEventsInTime() {
        String ts = bot.as("ann").post(room, "What happened");
        String card = bot.workspace.messages(room).stream()
                .filter(message -> message.toString().contains("say:"))
                .findFirst()
                .orElseThrow()
                .path("ts")
                .asText();

        assertThat(List.of(
                        bot.as("bob").press(room, card, "say:note"),
                        bot.as("bob").messageShortcut("timeline_add", room, ts),
                        bot.as("bob").messageShortcut("action_new", room, ts),
                        bot.as("bob").shortcut("incident_new")))
                .allMatch(Answer::ok)
                .allMatch(answer -> answer.millis() < 2500);
        assertThat(bot.workspace.pushes()).allMatch(push -> push.ok() && push.millis() < 2500);
    }
}
