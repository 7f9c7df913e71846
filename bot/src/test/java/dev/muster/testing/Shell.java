package dev.muster.testing;

import dev.muster.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The command line, as whoever runs the bot types it beside it: each command is a process of its own. */
public final class Shell {

    private final Map<String, String> environment;

    public Shell(Workspace workspace, String database) {
        this(workspace, database, Map.of());
    }

    public Shell(Workspace workspace, String database, Map<String, String> more) {
        this.environment = BotRig.environment(workspace, database, more);
    }

    /** How a command ended, and all that it said. */
    public record Outcome(int status, String said) {

        /** What was said, if it went well. */
        public String ok() {
            if (status != 0) {
                throw new AssertionError("ended with " + status + ": " + said);
            }
            return said;
        }
    }

    public Outcome run(String... words) {
        try {
            Process process = BotProcess.launch(List.of(), environment, words);
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
