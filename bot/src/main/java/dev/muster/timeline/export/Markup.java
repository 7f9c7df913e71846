package dev.muster.timeline.export;

/** Makes anybody's words harmless in XML and HTML. */
final class Markup {

    private Markup() {}

    /** Words as text or as a quoted attribute; what XML cannot hold (its section 2.2) becomes U+FFFD. */
    static String escape(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(point -> append(safe, point));
        return safe.toString();
    }

    /** The words without controls, which a terminal would obey; line ends and tabs stay. */
    static String printable(String words) {
        StringBuilder shown = new StringBuilder(words.length());
        words.codePoints().map(point -> isPrintable(point) ? point : 0xfffd).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static void append(StringBuilder safe, int point) {
        switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(isPrintable(point) ? point : 0xfffd);
        }
    }

    private static boolean isPrintable(int point) {
        boolean control = Character.isISOControl(point) && "\t\n\r".indexOf(point) < 0;
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean noCharacter = (point & 0xfffe) == 0xfffe;
        return !control && !half && !noCharacter;
    }
}
