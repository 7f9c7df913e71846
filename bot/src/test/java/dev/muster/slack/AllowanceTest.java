package dev.muster.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.desk.Chat.NotNow;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How much is asked of Slack, on a clock that is moved by hand. */
class AllowanceTest {

    private Instant now = Instant.parse("2026-11-20T03:00:00Z");
    private final Allowance allowance = new Allowance(() -> now, 1);

    @Test
    void letsThreeMessagesGoAtOnceAndThenOneASecond() {
        for (int i = 0; i < 3; i++) {
            allowance.take("chat.postMessage", "C1");
        }

        assertThat(refused("chat.postMessage", "C1")).isBetween(Duration.ofMillis(1), Duration.ofMillis(1050));
        assertThatCode(() -> allowance.take("chat.postMessage", "C2")).doesNotThrowAnyException();

        pass(Duration.ofMillis(1050));
        allowance.take("chat.postMessage", "C1");
        assertThat(refused("chat.postMessage", "C1")).isEqualTo(Duration.ofMillis(1050));
    }

    @Test
    void aMinuteHasRoomForWhatTheTierAllows() {
        int twoMinutes = 0;
        for (Instant end = now.plusSeconds(120); now.isBefore(end); pass(Duration.ofMillis(100))) {
            twoMinutes += taken("conversations.setTopic") ? 1 : 0;
        }

        assertThat(twoMinutes)
                .as("tier 2: a full minute at once, and one more as it goes on")
                .isBetween(59, 60);
        assertThat(taken("conversations.setPurpose")).as("another method").isTrue();
    }

    @Test
    void whatAPersonWaitsForIsNotCounted() {
        for (int i = 0; i < 1000; i++) {
            allowance.take("views.open", "");
        }
    }

    @Test
    void keepsStillAsLongAsSlackAskedAndOnlyThere() {
        allowance.pause("chat.postMessage", "C1", Duration.ofSeconds(30));
        allowance.pause("users.info", "", Duration.ofSeconds(10));

        assertThat(refused("chat.postMessage", "C1")).isEqualTo(Duration.ofSeconds(30));
        assertThat(refused("users.info", "")).isEqualTo(Duration.ofSeconds(10));
        assertThatCode(() -> allowance.take("chat.postMessage", "C2")).doesNotThrowAnyException();

        pass(Duration.ofSeconds(29));
        assertThat(refused("chat.postMessage", "C1")).isEqualTo(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThatCode(() -> allowance.take("chat.postMessage", "C1")).doesNotThrowAnyException();
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWaitForAnHour() {
        for (int i = 0; i < 3; i++) {
            allowance.take("chat.postMessage", "C1");
        }
        allowance.pause("users.info", "", Duration.ofSeconds(10));

        now = now.minus(Duration.ofHours(1));

        assertThatCode(() -> allowance.take("chat.postMessage", "C1")).doesNotThrowAnyException();
        assertThat(refused("users.info", "")).isEqualTo(Duration.ofSeconds(10));
        pass(Duration.ofSeconds(10));
        assertThatCode(() -> allowance.take("users.info", "")).doesNotThrowAnyException();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private boolean taken(String method) {
        try {
            allowance.take(method, "");
            return true;
        } catch (NotNow full) {
            assertThat(full.wasTried()).isFalse();
            return false;
        }
    }

    private Duration refused(String method, String channel) {
        NotNow full = catchThrowableOfType(NotNow.class, () -> allowance.take(method, channel));
        assertThat(full).as("room for " + method).isNotNull();
        return full.pause();
    }
}
