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
}
