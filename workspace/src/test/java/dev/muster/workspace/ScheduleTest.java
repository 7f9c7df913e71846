package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest extends WorkspaceCase {
    private String in(Duration time) {
        return Long.toString(clock.instant().plus(time).getEpochSecond());
    }

    private JsonNode schedule(String text, Duration time) {
        return api.ok("chat.scheduleMessage", "channel", incidents, "text", text, "post_at", in(time));
    }

    private String refusal(String postAt) {
        return api.error("chat.scheduleMessage", "channel", incidents, "text", "x", "post_at", postAt);
    }

    private JsonNode waiting(String... arguments) {
        return api.ok("chat.scheduledMessages.list", arguments).path("scheduled_messages");
    }

    @Test
    void saysItWhenTheClockHasComeThatFarAndNotBefore() {
        schedule("later", Duration.ofMinutes(10));
        schedule("sooner", Duration.ofMinutes(5));

        clock.pass(Duration.ofMinutes(5).minusSeconds(1));
        settle();
        assertThat(workspace.messages(incidents))
                .noneMatch(said -> said.path("text").asText().endsWith("er"));

        clock.pass(Duration.ofSeconds(1));
        settle();
        assertThat(lastMessage().path("text").asText()).isEqualTo("sooner");
        assertThat(bot.events("message"))
                .last()
                .satisfies(event -> assertThat(event.path("text").asText()).isEqualTo("sooner"));
        assertThat(waiting())
                .singleElement()
                .satisfies(one -> assertThat(one.path("text").asText()).isEqualTo("later"));
    }

    @Test
    void saysItByItselfWhenNobodyAsks() throws InterruptedException {
        schedule("on my own", Duration.ofMinutes(5));

        clock.pass(Duration.ofMinutes(5));

        long end = System.nanoTime() + SOON.toNanos();
        while (workspace.messages(incidents).stream()
                .noneMatch(said -> said.path("text").asText().equals("on my own"))) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void takesBackWhatIsNotAboutToBeSaid() {
        String far = schedule("far", Duration.ofMinutes(10))
                .path("scheduled_message_id")
                .asText();
        String near = schedule("near", Duration.ofSeconds(50))
                .path("scheduled_message_id")
                .asText();

        api.ok("chat.deleteScheduledMessage", "channel", incidents, "scheduled_message_id", far);

        assertThat(api.error("chat.deleteScheduledMessage", "channel", incidents, "scheduled_message_id", far))
                .isEqualTo("invalid_scheduled_message_id");
        assertThat(api.error("chat.deleteScheduledMessage", "channel", incidents, "scheduled_message_id", near))
                .isEqualTo("invalid_scheduled_message_id");
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void refusesTimesThatCannotBe() {
        assertThat(refusal(in(Duration.ZERO))).isEqualTo("time_in_past");
        assertThat(refusal(in(Duration.ofDays(120).plusSeconds(1)))).isEqualTo("time_too_far");
        assertThat(refusal("tomorrow")).isEqualTo("invalid_time");
        schedule("just", Duration.ofDays(120));
    }

    @Test
    void takesNoMoreThanThirtyInFiveMinutesOfAChannel() {
        for (int i = 0; i < 30; i++) {
            schedule("x", Duration.ofMinutes(5).plusSeconds(i));
        }

        assertThat(refusal(in(Duration.ofMinutes(6)))).isEqualTo("restricted_too_many");
        schedule("x", Duration.ofMinutes(10));
        api.ok("chat.scheduleMessage", "channel", "U0ANN", "text", "x", "post_at", in(Duration.ofMinutes(5)));
    }

    @Test
    void listsByChannelAndTimeInPages() {
        schedule("a", Duration.ofMinutes(1));
        schedule("b", Duration.ofMinutes(2));
        api.ok("chat.scheduleMessage", "channel", "U0ANN", "text", "c", "post_at", in(Duration.ofMinutes(3)));

        assertThat(waiting("channel", incidents)).hasSize(2);
        assertThat(waiting("oldest", in(Duration.ofMinutes(2)))).hasSize(2);
        assertThat(waiting("latest", in(Duration.ofMinutes(1)))).hasSize(1);
        assertThat(waiting("limit", "1")).hasSize(1);
        assertThat(api.ok("chat.scheduledMessages.list", "limit", "1")
                        .path("response_metadata")
                        .path("next_cursor")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void isSilentWhereTheBotMayNotSpeakAnyMore() {
        schedule("too late", Duration.ofMinutes(5));
        ann().archive("incidents");

        clock.pass(Duration.ofMinutes(5));
        settle();

        assertThat(workspace.messages(incidents))
                .noneMatch(said -> said.path("text").asText().equals("too late"));
        assertThat(waiting()).isEmpty();
    }
}
