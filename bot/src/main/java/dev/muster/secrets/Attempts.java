package dev.muster.secrets;

import java.util.HashMap;
import java.util.Map;

/**
 * Where one rule was already tried on one text, and what it saw there: in the next reading of the same text it need be
 * tried again only where that reading differs.
 */
final class Attempts {

    private final Map<Integer, String> seen = new HashMap<>();

    /** Whether an attempt here would see what it saw before. */
    boolean know(String text, int hit) {
        String part = seen.get(hit);
        return part != null && text.startsWith(part, Math.max(0, hit - 1));
    }

    /** @param reach the first place that was not looked at; an attempt that saw the end of the text is not remembered */
    void note(String text, int hit, int reach) {
        if (reach > text.length()) {
            seen.remove(hit);
        } else {
            seen.put(hit, text.substring(Math.max(0, hit - 1), reach));
        }
    }
}
