package dev.muster.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a text says stands on: numbers of timeline rows, written {@code #12}. */
public final class Evidence {

    private static final Pattern ROW = Pattern.compile("(?<![\\w&/\\\\])#([1-9][0-9]{0,8})(?!\\w)");
    private static final Pattern LABEL = Pattern.compile("[^.!?]{0,40}:");

    private Evidence() {}

    /** The rows that a text points to, in order. */
    public static List<Long> rows(String text) {
        return places(text).stream().map(Place::row).distinct().sorted().toList();
    }

    /**
     * Where a text points to a row.
     *
     * @param from where that begins, counted in chars
     * @param to where it ends
     */
    public record Place(long row, int from, int to) {}

    /** All places, in order. */
    public static List<Place> places(String text) {
        return ROW.matcher(text)
                .results()
                .map(found -> new Place(Long.parseLong(found.group(1)), found.start(), found.end()))
                .toList();
    }

    /** Lines that say something and point to no row. */
    public static List<String> bare(String text) {
        List<String> bare = new ArrayList<>();
        for (String line : text.split("\n")) {
            String plain = line.replaceFirst("^\\s*(?:[-*•]|[0-9]+\\.)\\s+", "").strip();
            if (!plain.isEmpty()
                    && !LABEL.matcher(plain).matches()
                    && rows(plain).isEmpty()) {
                bare.add(plain);
            }
        }
        return bare;
    }
}
