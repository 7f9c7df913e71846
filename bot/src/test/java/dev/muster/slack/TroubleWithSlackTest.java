package dev.muster.slack;

import static dev.muster.testing.BotRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Databases;
import dev.muster.workspace.Answer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slack cannot be reached, or does not accept the bot: it starts, answers, says so, and makes up for it afterwards. */
class TroubleWithSlackTest {

    @TempDir
    Path folder;

    @Test
    void startsAndAnswersWhileSlackIsDownAndCatchesUp() throws Exception {
        try (TimedBot bot = TimedBot.startAlone(Databases.sqlite(folder))) {
            Answer declared = bot.workspace.as("ann").slash("general", "/incident declare sev1 Slack is down");
            Answer asked = bot.workspace.as("ann").slash("general", "/incident INC-1 role tech @bob");
            await("a look at Slack", () -> bot.get("/health/ready").body().contains("auth.test"));

            assertThat(declared.ok()).isTrue();
            assertThat(declared.millis()).isLessThan(1500);
            assertThat(asked.ok()).isTrue();
            assertThat(bot.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(bot.get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(bot.get("/metrics").body()).contains("muster_slack_up 0.0");
            assertThat(bot.workspace.channels()).hasSize(2);

            bot.workspace.faults().down(false);
            bot.clock.pass(Duration.ofMinutes(1));

            await("readiness", bot::isReady);
            await("the channel", () -> bot.workspace.channels().size() == 3);
            await("the announcement", () -> bot.workspace.messages("incidents").stream()
                    .anyMatch(message -> message.path("text").asText().contains("Slack is down")));
            await("the duties", () -> !bot.workspace.dms("bob").isEmpty());
            assertThat(bot.get("/metrics").body()).contains("muster_slack_up 1.0");
        }
    }

    @Test
    void losesNothingWhileTheTokenIsRefusedAndRecovers() throws Exception {
        try (TimedBot bot = TimedBot.start(Databases.sqlite(folder))) {
            await("readiness", bot::isReady);
            bot.workspace.faults().fail("*", "invalid_auth", 1000);
            bot.clock.pass(Duration.ofSeconds(16));
            Answer declared = bot.workspace.as("ann").slash("general", "/incident declare sev2 Nobody lets me in");
            await("bad news", () -> bot.get("/health/ready").body().contains("invalid_auth"));
            Tables tables = new Tables(bot.settings);
            await("two put off", () -> tables.count("promises WHERE last_error LIKE '%invalid_auth%'") == 2);

            assertThat(declared.ok()).isTrue();
            assertThat(bot.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(bot.workspace.channels()).hasSize(2);

            bot.workspace.faults().clear();
            bot.clock.pass(Duration.ofSeconds(61));

            await("readiness", bot::isReady);
            await("the channel", () -> bot.workspace.channels().size() == 3);
            assertThat(tables.count("promises WHERE given_up = 1")).isZero();
        }
    }

    @Test
    void waitsAWhileWhenSlackDoesNotSayHowLong() throws Exception {
        try (TimedBot bot = TimedBot.start(Databases.sqlite(folder))) {
            bot.workspace.faults().rateLimit("conversations.create", 0, 1);
            bot.workspace.as("ann").slash("general", "/incident declare sev2 Told to wait");
            Tables tables = new Tables(bot.settings);
            await("one put off", () -> tables.count("promises WHERE last_error LIKE '%rate limited%'") == 1);
            assertThat(bot.workspace.channels()).hasSize(2);

            bot.clock.pass(Duration.ofSeconds(31));

            await("the channel", () -> bot.workspace.channels().size() == 3);
            assertThat(bot.workspace.calls("conversations.create")).hasSize(2);
        }
    }

    @Test
    void saysInPlainWordsWhatSlackDoesNotTakeInItsShape() throws Exception {
        try (TimedBot bot = TimedBot.start(Databases.sqlite(folder))) {
            String room = bot.declare("sev2 Of a bad shape");
            bot.workspace.faults().fail("chat.postMessage", "invalid_blocks", 1);

            bot.workspace.as("ann").slash(room, "/incident decision The queue is full");

            await("the note", () -> bot.says(room, "The queue is full"));
            assertThat(new Tables(bot.settings).count("promises WHERE given_up = 1"))
                    .isZero();
        }
    }

    @Test
    void goesBackInWhereItWasPutOutAndNobodyToldIt() throws Exception {
        try (TimedBot bot = TimedBot.start(Databases.sqlite(folder))) {
            String room = bot.declare("sev2 Put out");
            bot.workspace.faults().loseEvents(event -> true);
            bot.workspace.as("ann").kick(room, "muster");

            bot.workspace.as("ann").slash(room, "/incident decision Still to be heard");

            await("the note", () -> bot.says(room, "Still to be heard"));
        }
    }

    @Test
    void opensAnotherChannelWhenItFindsTheOldOneArchived() throws Exception {
        try (TimedBot bot = TimedBot.start(Databases.sqlite(folder))) {
            String room = bot.declare("sev2 Put away");
            bot.workspace.faults().loseEvents(event -> true);
            bot.workspace.as("ann").archive(room);

            bot.workspace.as("ann").slash("general", "/incident INC-1 decision Not to be lost");

            await("another channel", () -> bot.workspace.channels().size() == 4);
            String other = bot.workspace.channels().get(3).path("name").asText();
            await("the note", () -> bot.says(other, "Not to be lost"));
            await("the reason", () -> bot.says(other, "was archived"));
            assertThat(new Tables(bot.settings).count("promises WHERE given_up = 1"))
                    .isZero();
        }
    }

    /** Slack allows fifty edits a minute in the whole workspace. */
    @Test
    void drawsTheCardNowAndThenWhileMuchHappensAndShowsTheLastWord() throws Exception {
        try (TimedBot bot = TimedBot.start(Databases.sqlite(folder))) {
            String room = bot.declare("sev2 A busy hour");
            for (int round = 0; round < 20; round++) {
                bot.workspace.as("ann").slash(room, "/incident sev sev3 because of round " + round);
                bot.workspace.as("ann").slash(room, "/incident sev sev1 because of round " + round);
            }
            String card = bot.workspace
                    .channel(room)
                    .orElseThrow()
                    .path("pins")
                    .get(0)
                    .asText();
            bot.clock.pass(Duration.ofSeconds(4));
            await("the last word", () -> bot.workspace.messages(room).stream()
                    .filter(message -> message.path("ts").asText().equals(card))
                    .anyMatch(message -> message.toString().contains("sev1")));
            assertThat(bot.workspace.calls("chat.update"))
                    .filteredOn(call -> call.argument("ts").equals(card))
                    .hasSizeBetween(1, 15);
        }
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyWaiting() throws Exception {
        try (TimedBot bot = TimedBot.start(Databases.sqlite(folder))) {
            String room = bot.declare("sev2 An hour twice");
            bot.workspace.faults().fail("chat.postMessage", "service_unavailable", 1);
            bot.clock.pass(Duration.ofHours(1));
            bot.workspace.as("ann").slash(room, "/incident decision Put off for a moment");
            await(
                    "it is put off",
                    () -> new Tables(bot.settings).count("promises WHERE last_error LIKE '%service_unavailable%'")
                            == 1);

            bot.clock.pass(Duration.ofHours(-1));

            await("the note", () -> bot.says(room, "Put off for a moment"));
        }
    }
}
