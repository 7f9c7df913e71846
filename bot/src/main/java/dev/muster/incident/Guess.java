package dev.muster.incident;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody probably meant by a word that is not known. */
public final class Guess {

    private static final int FARTHEST = 3;

    private Guess() {}

    /** The nearest known word, if any is near. */
    public static Optional<String> of(String word, Collection<String> known) {
        return known.stream()
                .filter(other -> distance(word, other) <= Math.min(FARTHEST, other.length() / 2))
                .min(Comparator.comparingInt(other -> distance(word, other)));
    }

    /** {@code  Did you mean "x"?} with a leading space, or nothing if no known word is near. */
    public static String sentence(String word, Collection<String> known) {
        return of(word, known).map(other -> " Did you mean \"" + other + "\"?").orElse("");
    }

    /** Levenshtein's distance: how many letters to add, leave out or change. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int change = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(change, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
