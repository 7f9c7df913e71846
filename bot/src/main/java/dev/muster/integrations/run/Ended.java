package dev.muster.integrations.run;

import dev.muster.runbook.Effect;
import java.util.Optional;

/**
 * How a program ended.
 *
 * @param status its exit status
 * @param cutOff why it was ended; empty if it ended by itself
 * @param took in words
 */
record Ended(int status, Optional<String> cutOff, String took, String output) {

    static Ended never(String why) {
        return new Ended(-1, Optional.of(why), "no time", "");
    }

    Effect effect(Optional<String> expected) {
        if (cutOff.isPresent()) {
            return new Effect(false, cutOff.get(), output);
        }
        String summary = "exit status %d after %s".formatted(status, took);
        boolean isThere = expected.map(output::contains).orElse(true);
        String missing = isThere ? "" : ", and its output does not contain “%s”".formatted(expected.orElse(""));
        return new Effect(status == 0 && isThere, summary + missing, output);
    }
}
