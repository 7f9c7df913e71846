package dev.muster.runbook;

import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import java.util.Arrays;
import java.util.Locale;

/** How a step ended. A blocked step can still be done later; nothing goes on behind its back. */
public enum Outcome {
    DONE,
    SKIPPED,
    BLOCKED;

    /** Reads {@code done}, {@code skip}, {@code skipped} or {@code blocked}. */
    public static Outcome parse(String word) {
        return Arrays.stream(values())
                .filter(outcome -> word.length() > 3 && outcome.toString().startsWith(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "A step ends as `done`, `skipped` or `blocked`, not `%s`.".formatted(Words.again(word))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
