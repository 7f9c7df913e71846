package dev.muster.insight;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text by which it can be told from others: in small letters, without accents, in the singular. */
public final class Terms {

    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern LITTLE = Pattern.compile("\\p{L}|\\p{N}{1,2}");
    private static final int LONGEST = 40;

    /** They stand in any text, and say nothing about what is wrong. */
    private static final Set<String> COMMON = Set.of(
            "a", "after", "all", "an", "and", "are", "as", "at", "be", "because", "been", "but", "by", "for", "from",
            "had", "has", "have", "in", "is", "it", "its", "no", "not", "of", "on", "or", "our", "so", "still", "that",
            "the", "their", "then", "there", "they", "this", "to", "was", "we", "were", "why", "will", "with");

    private Terms() {}

    /** In their order, each once. */
    public static Set<String> of(String text) {
        Set<String> terms = new LinkedHashSet<>();
        Arrays.stream(GAP.split(plain(text)))
                .flatMap(word -> term(word).stream())
                .forEach(terms::add);
        return terms;
    }

    private static String plain(String text) {
        return ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<String> term(String word) {
        return word.isEmpty()
                        || word.length() > LONGEST
                        || COMMON.contains(word)
                        || LITTLE.matcher(word).matches()
                ? Optional.empty()
                : Optional.of(singular(word));
    }

    /** Good enough to find "connections" by "connection", and what is cut is cut everywhere alike. */
    private static String singular(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
