package dev.muster.desk;

import java.util.function.Supplier;

/**
 * A part of the bot that can say how it is.
 *
 * @param check answers at once, with an empty text if all is well, else with what is not; may throw
 */
public record Part(String name, Supplier<String> check) {

    /** The same, asked now and not again. */
    public Part asked() {
        String trouble = trouble();
        return new Part(name, () -> trouble);
    }

    /** How it is, with a sign and in words, as a line in Slack's markup; of trouble at most so many characters. */
    public String line(int longest) {
        String trouble = trouble();
        return trouble.isEmpty()
                ? ":white_check_mark: %s: fine".formatted(name)
                : ":warning: %s: %s".formatted(name, Markup.escape(trouble, longest));
    }

    /** What is not well; empty if all is. */
    public String trouble() {
        try {
            return check.get();
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }
}
