package dev.muster.incident;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A free word by which an incident can be found again, in small letters, e.g. {@code black-friday}. */
public record Tag(String text) {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{0,39}");

    /** Reads one word; empty if it is more than a word, or longer than anybody wants to type again. */
    public static Optional<Tag> find(String word) {
        String small = word.strip().toLowerCase(Locale.ROOT);
        return PLAIN.matcher(small).matches() ? Optional.of(new Tag(small)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
