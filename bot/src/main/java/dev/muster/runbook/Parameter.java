package dev.muster.runbook;

import com.google.re2j.Pattern;
import dev.muster.incident.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a run is told when it starts.
 *
 * @param pattern what the whole value must match, in RE2's syntax
 * @param choices the only values; any if empty
 * @param fallback what it is if nothing was said
 */
public record Parameter(
        String name,
        Type type,
        Optional<String> pattern,
        List<String> choices,
        Optional<String> fallback,
        Optional<String> about) {

    private static final int LONGEST = 500;

    public Parameter {
        choices = List.copyOf(choices);
    }

    /** What sort of value it takes. */
    public enum Type {
        TEXT,
        NUMBER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether this is a value for it. Patterns take linear time, whatever is typed. */
    public boolean accepts(String value) {
        return value.length() <= LONGEST
                && value.chars().noneMatch(Character::isISOControl)
                && (type != Type.NUMBER || value.matches("-?[0-9]{1,18}"))
                && (choices.isEmpty() || choices.contains(value))
                && pattern.map(wanted -> Pattern.matches(wanted, value)).orElse(true);
    }

    /** The value, or a refusal that says what would do. */
    public String require(String value) {
        if (!accepts(value)) {
            throw new Refusal("`%s` is no value for %s: %s. Nothing was changed."
                    .formatted(value.replace("`", "'"), name, wanted()));
        }
        return value;
    }

    /** What it takes, in words. */
    public String wanted() {
        if (!choices.isEmpty()) {
            return "one of " + String.join(", ", choices);
        }
        String sort = type == Type.NUMBER ? "a whole number" : "text";
        return sort + pattern.map(wanted -> " that matches " + wanted).orElse("");
    }
}
