package dev.muster.secrets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds every keyword in one pass (Aho and Corasick, 1975), whatever its case. A table of moves, because every event
 * passes here: about a nanosecond a character, and nothing is allocated while nothing is found.
 */
final class Keywords {

    private static final int[] NONE = {};

    private final byte[] columns = new byte[128];
    private final int width;
    private final int[] moves;
    private final int[][] ending;
    private final List<String> words;

    /** @param words in lower case, of characters below 128 */
    Keywords(Collection<String> words) {
        this.words = List.copyOf(words);
        this.width = 1 + numberColumns();
        int states = 1 + words.stream().mapToInt(String::length).sum();
        this.moves = new int[states * width];
        this.ending = new int[states][];
        Arrays.fill(ending, NONE);
        plant();
        connect();
    }

    /** Where each keyword that occurs begins, in ascending order. */
    Map<String, List<Integer>> in(CharSequence text) {
        Map<String, List<Integer>> found = Map.of();
        int state = 0;
        for (int at = 0; at < text.length(); at++) {
            state = moves[state * width + column(text.charAt(at))];
            if (ending[state].length > 0) {
                found = found.isEmpty() ? new HashMap<>() : found;
                note(found, ending[state], at + 1);
            }
        }
        return found;
    }

    /** Whether one of these signs occurs. Every event asks this, and hardly any needs more, so it allocates nothing. */
    boolean has(CharSequence text, Watch.States signs) {
        int state = 0;
        for (int at = 0; at < text.length(); at++) {
            state = moves[state * width + column(text.charAt(at))];
            if (ending[state].length > 0 && signs.isSign(state, text, at + 1)) {
                return true;
            }
        }
        return false;
    }

    /** @param watch for some of these words */
    Watch.States states(Watch watch) {
        return watch.states(words, ending);
    }

    private void note(Map<String, List<Integer>> found, int[] ended, int end) {
        for (int index : ended) {
            String word = words.get(index);
            found.computeIfAbsent(word, key -> new ArrayList<>()).add(end - word.length());
        }
    }

    private int column(char unit) {
        char low = unit < 128 ? unit : Character.toLowerCase(unit);
        return low < 128 ? columns[low] : 0;
    }

    private int numberColumns() {
        int columnsUsed = 0;
        for (int unit : words.stream().flatMapToInt(String::chars).distinct().toArray()) {
            columns[unit] = (byte) ++columnsUsed;
            columns[Character.toUpperCase(unit)] = (byte) columnsUsed;
        }
        return columnsUsed;
    }

    /** The words as a tree: a move for each of their letters. */
    private void plant() {
        int last = 0;
        for (int index = 0; index < words.size(); index++) {
            int state = 0;
            for (char unit : words.get(index).toCharArray()) {
                int move = state * width + columns[unit];
                moves[move] = moves[move] == 0 ? ++last : moves[move];
                state = moves[move];
            }
            ending[state] = with(ending[state], new int[] {index});
        }
    }

    /** What to do where the tree has no move: go on as if the word had begun later. */
    private void connect() {
        int[] later = new int[ending.length];
        Deque<Integer> due = new ArrayDeque<>(List.of(0));
        while (!due.isEmpty()) {
            int state = due.remove();
            for (int column = 0; column < width; column++) {
                int move = state * width + column;
                int fallback = state == 0 ? 0 : moves[later[state] * width + column];
                if (moves[move] == 0) {
                    moves[move] = fallback;
                } else {
                    later[moves[move]] = fallback;
                    ending[moves[move]] = with(ending[moves[move]], ending[fallback]);
                    due.add(moves[move]);
                }
            }
        }
    }

    private static int[] with(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
