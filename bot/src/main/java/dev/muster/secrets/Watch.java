package dev.muster.secrets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The signs without which no rule finds anything. A rule's keyword is one; where every match is known to begin with
 * something that is no shorter, that is the better one, and at the edge of a word where the pattern asks for it: "s."
 * stands in many addresses, and "ey" in "they".
 *
 * @param anywhere signs that say enough wherever they stand, in lower case
 * @param atEdge signs that say something only where no letter, digit or sign within a word stands before them
 */
record Watch(Set<String> anywhere, Set<String> atEdge) {

    /** What a reading may make of other characters: a sign with one of these may not stand in the text itself. */
    private static final String MADE = " \"";

    static Watch of(Collection<Rule> rules) {
        Set<String> anywhere = new HashSet<>();
        Set<String> atEdge = new HashSet<>();
        for (Rule rule : rules) {
            Search search = rule.search();
            if (!isBetter(search.beginnings(), rule.keywords())) {
                anywhere.addAll(rule.keywords());
            } else {
                (search.isAtEdge() ? atEdge : anywhere).addAll(search.beginnings());
            }
        }
        return new Watch(Set.copyOf(anywhere), Set.copyOf(atEdge));
    }

    private static boolean isBetter(Set<String> beginnings, List<String> keywords) {
        return !beginnings.isEmpty()
                && beginnings.stream().noneMatch(sign -> sign.chars().anyMatch(unit -> MADE.indexOf(unit) >= 0))
                && shortest(beginnings.stream()) >= shortest(keywords.stream());
    }

    private static int shortest(Stream<String> words) {
        return words.mapToInt(String::length).min().orElse(0);
    }

    /** The same for each state of an automaton. */
    States states(List<String> words, int[][] ending) {
        boolean[] always = new boolean[ending.length];
        int[][] lengths = new int[ending.length][];
        for (int state = 0; state < ending.length; state++) {
            List<String> ended =
                    Arrays.stream(ending[state]).mapToObj(words::get).toList();
            always[state] = ended.stream().anyMatch(anywhere::contains);
            lengths[state] = lengths(ended);
        }
        return new States(always, lengths);
    }

    private int[] lengths(List<String> ended) {
        List<Integer> lengths = new ArrayList<>();
        ended.stream().filter(atEdge::contains).forEach(word -> lengths.add(word.length()));
        return lengths.stream().mapToInt(length -> length).toArray();
    }

    /** Allocates nothing when asked. */
    record States(boolean[] always, int[][] lengths) {

        /** @param end the first place after what was read */
        boolean isSign(int state, CharSequence text, int end) {
            if (always[state]) {
                return true;
            }
            for (int length : lengths[state]) {
                if (isAtEdge(text, end - length)) {
                    return true;
                }
            }
            return false;
        }

        /** A letter of another alphabet that is read as one of ours is at an edge, as RE2 sees it. */
        private static boolean isAtEdge(CharSequence text, int at) {
            return at == 0 || !Search.isInWord(text.charAt(at - 1)) || text.charAt(at) >= 128;
        }
    }
}
