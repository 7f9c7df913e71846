package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotProcess;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How a process of the bot ended that was expected to, and all that it said. */
record Ended(int status, String said) {

    /** What must never be said of anything. */
    static final String HUSH = "hush-4711";

    private static final int PATIENCE_SECONDS = 30;

    /** Runs a command with a command line of its own before it, and with nothing but this added to the environment. */
    static Ended of(List<String> before, Map<String, String> environment, String... command) throws Exception {
        return of(BotProcess.launch(before, environment, command));
    }

    /** Waits for its end, which comes soon: what goes on is ended. */
    static Ended of(Process process) throws Exception {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** Fails unless it refused, and said so in one line with these words. */
    void assertRefused(String... told) {
        assertThat(said).contains(told).doesNotContain(HUSH, "Exception:", "\tat ");
        assertThat(said.lines()).as(said).hasSize(1);
        assertThat(status).isEqualTo(1);
    }
}
