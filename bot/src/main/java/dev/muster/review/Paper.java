package dev.muster.review;

/** Words of others in Markdown: what they wrote, and nothing that it could do. */
final class Paper {

    private static final String SIGNS = "\\`*_{}[]<>|~#!";

    private Paper() {}

    /** On one line, with every sign that means something in Markdown taken as it is. */
    static String line(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 8);
        words.replaceAll("\\s+", " ").strip().codePoints().forEach(point -> {
            if (SIGNS.indexOf(point) >= 0) {
                safe.append('\\');
            }
            safe.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
        });
        return safe.toString();
    }

    /** Markdown read aloud: what it says, without the signs that shape it, and with points for lists. */
    static String plain(String markdown) {
        return markdown.replaceAll("(?m)^- ", "• ")
                .replace("**", "")
                .replaceAll("\\\\([" + SIGNS.replaceAll("(.)", "\\\\$1") + "])", "$1");
    }

    /** At most so many characters of them. */
    static String line(String words, int most) {
        int[] points = words.codePoints().limit(most + 1L).toArray();
        return line(points.length <= most ? words : new String(points, 0, most - 1) + "…");
    }
}
