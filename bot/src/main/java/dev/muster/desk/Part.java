package dev.muster.desk;

import java.util.function.Supplier;

/**
 * A part of the bot that can say how it is.
 *
 * @param check answers at once, with an empty text if all is well, else with what is not; may throw
 */
public record Part(String name, Supplier<String> check) {

    /** What is not well; empty if all is. */
    public String trouble() {
        try {
            return check.get();
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }
}
