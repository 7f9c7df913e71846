package dev.muster.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroubleTest {

    @Test
    void knowsWhatEachErrorMeans() {
        assertThat(Trouble.of("service_unavailable")).isEqualTo(Trouble.PASSING);
        assertThat(Trouble.of("ratelimited")).isEqualTo(Trouble.RATE);
        assertThat(Trouble.of("already_pinned")).isEqualTo(Trouble.DONE);
        assertThat(Trouble.of("not_in_channel")).isEqualTo(Trouble.OUTSIDE);
        assertThat(Trouble.of("is_archived")).isEqualTo(Trouble.CHANNEL_GONE);
        assertThat(Trouble.of("missing_scope")).isEqualTo(Trouble.FORBIDDEN);
        assertThat(Trouble.of("token_revoked")).isEqualTo(Trouble.DEAD_TOKEN);
        assertThat(Trouble.of("invalid_blocks")).isEqualTo(Trouble.OURS);
        assertThat(Trouble.of("something_slack_added_last_week")).isEqualTo(Trouble.UNKNOWN);
    }

    /** What mends itself needs nobody; what does not, says what to do. */
    @Test
    void saysWhatToDoWhereSomebodyMust() {
        List<Trouble> byItself = List.of(Trouble.PASSING, Trouble.RATE, Trouble.DONE, Trouble.DEAD_TOKEN);

        assertThat(Arrays.stream(Trouble.values()).filter(kind -> kind.remedy().isEmpty()))
                .containsExactlyInAnyOrderElementsOf(byItself);
        assertThat(new Refused("chat.postMessage", "missing_scope", "needs the scope chat:write"))
                .hasMessage("Slack refused chat.postMessage: missing_scope (needs the scope chat:write)."
                        + " An admin of the workspace must permit it, then: `/incident doctor retry`.");
    }
}
