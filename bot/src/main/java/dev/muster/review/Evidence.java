package dev.muster.review;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text says stands on: numbers of timeline rows, written {@code #12}. */
public final class Evidence {

    private static final Pattern ROW = Pattern.compile("(?<![\\w&/\\\\])#([1-9][0-9]{0,8})(?!\\w)");
    private static final Pattern LABEL = Pattern.compile("[^.!?]{0,40}:");

    private Evidence() {}

    /** The rows that a text points to, in order. */
    public static List<Long> rows(String text) {
        TreeSet<Long> rows = new TreeSet<>();
        Matcher matcher = ROW.matcher(text);
        while (matcher.find()) {
            rows.add(Long.parseLong(matcher.group(1)));
        }
        return List.copyOf(rows);
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
