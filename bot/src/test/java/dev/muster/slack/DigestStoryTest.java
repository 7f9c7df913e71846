package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.workspace.api.FaultPlan.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an owner of several action items hears in a day, and what happens when an owner is there no longer. */
class DigestStoryTest {

    private static final ZoneId BOBS = ZoneId.of("Europe/Stockholm");

    @TempDir
    Path folder;

    @Test
    void bringsAllOfADayInOneMessage() throws Exception {
        try (TimedBot bot = TimedBot.start(Databases.sqlite(folder))) {
            bot.declare("sev3 Pool is too small");
            say(bot, "declare --new sev3 Certificate expired");
            await("the second channel", () -> bot.workspace.channels().size() == 4);
            say(bot, "INC-1 action Raise the pool to 200 @bob by tomorrow");
            say(bot, "INC-2 action Renew it by a job @bob by tomorrow");
            say(bot, "INC-1 action Write it down @bob in 20 days");
            await("word of each", () -> directs(bot, "bob").size() == 3);

            toTomorrowsNine(bot);

            await("the reminder", () -> directs(bot, "bob").stream().anyMatch(text -> text.contains("2 action items")));
            settle(bot);
            String digest = directs(bot, "bob").get(directs(bot, "bob").size() - 1);
            assertThat(digest)
                    .contains("Raise the pool to 200", "Renew it by a job")
                    .doesNotContain("Write it down");
            assertThat(directs(bot, "bob").stream().filter(text -> text.contains("Renew it by a job")))
                    .as("word of it, and the reminder")
                    .hasSize(2);

            JsonNode message = bot.workspace.dms("bob").get(directs(bot, "bob").size() - 1);
            String second = BotRig.button(message, "Done");
            assertThat(message.findValues("action_id").toString())
                    .contains("say:actions:INC-1:done:1", "say:actions:INC-2:done:1");
            bot.workspace
                    .as("bob")
                    .press(bot.workspace.as("bob").openDm(), message.path("ts").asText(), second);
            await("the question", () -> directs(bot, "ann").stream().anyMatch(text -> text.contains("Will you look")));

            String open = second.contains("INC-1") ? "Renew it by a job" : "Raise the pool to 200";
            bot.clock.pass(Duration.ofDays(4));
            await("the next", () -> directs(bot, "bob").stream()
                    .anyMatch(text -> text.contains("Reminded since it was due: 1") && text.contains(open)));
        }
    }

    /** Those promised later fall due earlier, so that the first in the lane is the last to fall due. */
    @Test
    void saysEachItemOnceHoweverManyFallDueWhileNobodyCouldSpeak() throws Exception {
        try (TimedBot bot = TimedBot.start(Databases.sqlite(folder))) {
            bot.declare("sev3 Pool is too small");
            for (int item = 0; item < 6; item++) {
                say(bot, "INC-1 action Deed number %d. @bob in %ds".formatted(item, 1500 - item * 200));
            }
            await("word of each", () -> directs(bot, "bob").size() == 6);
            settle(bot);

            bot.clock.pass(Duration.ofHours(1));

            await("the reminder", () -> directs(bot, "bob").size() > 6);
            settle(bot);
            assertThat(directs(bot, "bob")).hasSize(7);
            assertThat(directs(bot, "bob").get(6)).contains("6 action items", "Deed number 0.", "Deed number 5.");
        }
    }

    @Test
    void asksWhoeverLeadsToGiveAwayWhatBelongsToSomebodyWhoLeft() throws Exception {
        try (TimedBot bot = TimedBot.start(Databases.sqlite(folder))) {
            bot.declare("sev3 Pool is too small");
            say(bot, "INC-1 action Raise the pool to 200 @bob by tomorrow");
            await("word of it", () -> directs(bot, "bob").size() == 1);
            settle(bot);
            bot.workspace.deactivate("bob");
            String bobs = bot.workspace.as("bob").openDm();
            bot.workspace
                    .faults()
                    .decide((method, arguments) -> method.equals("chat.postMessage")
                                    && arguments.path("channel").asText().equals(bobs)
                            ? Optional.of(Fault.error("user_disabled"))
                            : Optional.empty());

            toTomorrowsNine(bot);

            await("the lead", () -> directs(bot, "ann").stream().anyMatch(text -> text.contains("is overdue")));
            assertThat(new Tables(bot.settings).count("timeline WHERE text LIKE '%cannot be reached any more%'"))
                    .isOne();
            assertThat(new Tables(bot.settings).count("promises WHERE given_up = 1"))
                    .isZero();
            assertThat(new Tables(bot.settings).count("promises WHERE chore = 'REMIND'"))
                    .isOne();
        }
    }

    private static void toTomorrowsNine(TimedBot bot) {
        Instant now = bot.clock.instant();
        Instant nine = now.atZone(BOBS)
                .toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.of(9, 0))
                .atZone(BOBS)
                .toInstant();
        bot.clock.pass(Duration.between(now, nine).plusSeconds(1));
    }

    private static void say(TimedBot bot, String words) {
        assertThat(bot.workspace
                        .as("ann")
                        .slash("general", "/incident " + words)
                        .ok())
                .isTrue();
    }

    private static void settle(TimedBot bot) {
        BotRig.await(
                "nothing left to do",
                () -> new Tables(bot.settings)
                                .count(
                                        "promises WHERE lane LIKE 'dm:%' AND given_up = 0 AND due_at <= ?",
                                        bot.clock.instant().toEpochMilli())
                        == 0);
    }

    private static List<String> directs(TimedBot bot, String handle) {
        return bot.workspace.dms(handle).stream()
                .map(message -> message.path("text").asText())
                .toList();
    }
}
