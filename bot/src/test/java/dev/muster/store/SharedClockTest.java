package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Three clocks moved by hand: the server's, this machine's, and the time that passes. */
class SharedClockTest {

    private Instant there = Instant.parse("2026-11-20T03:00:00Z");
    private Instant here = Instant.parse("2026-11-20T01:23:00Z");
    private long nanos = 17;
    private int looks;
    private boolean silent;
    private Duration slow = Duration.ZERO;

    private final SharedClock clock = new SharedClock(this::server, () -> here, () -> nanos);

    private Instant server() {
        looks++;
        if (silent) {
            throw new IllegalStateException("no connection");
        }
        Instant said = there;
        pass(slow);
        return said;
    }

    @Test
    void goesByTheServerAndNotByThisMachine() {
        pass(Duration.ofSeconds(10));

        assertThat(clock.instant()).isEqualTo(there);
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void doesNotMindThatThisMachineIsSet() {
        here = here.plus(Duration.ofHours(1));
        pass(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(there);

        here = here.minus(Duration.ofHours(2));
        assertThat(clock.instant()).isEqualTo(there);
    }

    /** A machine that slept counts no time meanwhile; its own clock gives it away. */
    @Test
    void noticesThatTheMachineSlept() {
        there = there.plus(Duration.ofMinutes(5));
        here = here.plus(Duration.ofMinutes(5));

        assertThat(clock.instant()).isEqualTo(there);
    }

    @Test
    void takesOverWhatTheServerSaysLater() {
        there = there.plus(Duration.ofMillis(700));
        assertThat(clock.instant()).isEqualTo(there.minusMillis(700));

        clock.look();

        assertThat(clock.instant()).isEqualTo(there);
    }

    /** Whoever was frozen, or cut off, in the middle of the question would be behind, and take for its own what is another's. */
    @Test
    void believesNoAnswerThatWasLongOnItsWay() {
        slow = Duration.ofSeconds(40);
        clock.look();
        slow = Duration.ZERO;

        assertThat(clock.instant()).isEqualTo(there);
    }

    @Test
    void goesOnWhileTheServerIsSilent() {
        silent = true;
        clock.look();
        pass(Duration.ofMinutes(3));
        here = here.plus(Duration.ofHours(1));

        assertThat(clock.instant()).isEqualTo(there);
    }

    private void pass(Duration time) {
        there = there.plus(time);
        here = here.plus(time);
        nanos += time.toNanos();
    }
}
