package dev.muster.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.desk.Chat.NotNow;
import dev.muster.desk.Lease;
import dev.muster.workspace.Workspace;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A process that stood still while it called has lost its claim, and keeps silent when it goes on. */
class LeaseTest {

    private final InstantSource clock = InstantSource.system();

    @Test
    void isAskedForAgainWhenTheFirstByteIsWritten() throws Exception {
        try (Workspace workspace = Workspace.builder().start();
                Web web = new Web(workspace.apiUrl(), workspace.botToken(), new Allowance(clock, 1), new Skew(clock))) {
            AtomicInteger asked = new AtomicInteger();

            assertThatThrownBy(() -> Lease.during(
                            () -> asked.incrementAndGet() == 1,
                            () -> web.call("auth.test", slack -> slack.authTest(r -> r))))
                    .isInstanceOf(NotNow.class)
                    .hasMessageContaining("the claim was lost");

            assertThat(asked.get()).isGreaterThan(1);
            assertThat(workspace.calls("auth.test")).isEmpty();
            Lease.during(() -> true, () -> web.call("auth.test", slack -> slack.authTest(r -> r)));
            assertThat(workspace.calls("auth.test")).hasSize(1);
        }
    }
}
