package dev.muster.desk;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words that mean to Slack what they mean to a person. Slack knows nothing that takes a sign's effect away, so a sign
 * that stands where it could begin or end formatting gives way to one that looks like it. Elsewhere, as in {@code
 * snake_case}, {@code 2 * 3} and {@code ~/path}, it stays, so that what was written can be copied.
 */
final class Literal {

    /** Nothing of ours ends with a line or a wave, so that a begin of those without an end is without effect. */
    private static final String ENDS = "(?<!\\s)[*_~](?![A-Za-z0-9])";

    private static final Pattern SIGN = Pattern.compile("(?<![A-Za-z0-9])\\*(?!\\s)|" + ENDS + "|`");
    private static final Pattern QUOTE = Pattern.compile("^(\\s*)>", Pattern.MULTILINE);

    private static final Map<String, String> LIKE = Map.of("*", "∗", "_", "ˍ", "~", "∼", "`", "ˋ");

    private Literal() {}

    /** Signs that format are without effect. */
    static String of(String text) {
        String signs = SIGN.matcher(seen(text)).replaceAll(sign -> LIKE.getOrDefault(sign.group(), ""));
        return QUOTE.matcher(signs).replaceAll("$1›");
    }

    /** Only what can be seen, and only whole characters. */
    static String seen(String text) {
        return text.codePoints().anyMatch(point -> isUnseen(point) || isHalf(point))
                ? text.codePoints()
                        .filter(point -> !isUnseen(point))
                        .map(point -> isHalf(point) ? '\ufffd' : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    /** Control characters, and what turns the direction in which everything behind it is read. */
    private static boolean isUnseen(int point) {
        return Character.isISOControl(point) && point != '\n' && point != '\t'
                || point >= 0x202a && point <= 0x202e
                || point >= 0x2066 && point <= 0x2069;
    }

    private static boolean isHalf(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }
}
