package dev.muster.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Whether an export does nothing to whoever opens it, judged by its characters alone: each method names what would. */
final class Harmless {

    private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z!?][^>\\s/]*)([^>]*)>");
    private static final Pattern STYLE = Pattern.compile("(?s)<style>.*?</style>");
    private static final Pattern LINK = Pattern.compile("\\b(?:href|src|action)=\"([^\"]*)\"");
    private static final Pattern HANDLER = Pattern.compile("(?i)\\son\\w+\\s*=");
    private static final Set<String> ACTING = Set.of(
            "script", "iframe", "img", "object", "embed", "form", "base", "link", "input", "foreignobject", "noscript");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*|!doctype|\\?xml|!--");
    private static final Pattern SAFE = Pattern.compile("#[\\w-]*|https?://.*");

    private Harmless() {}

    static List<String> html(String page) {
        List<String> found = new ArrayList<>();
        TAG.matcher(STYLE.matcher(page).replaceAll("")).results().forEach(tag -> {
            String name = tag.group(1).toLowerCase(Locale.ROOT).replace("/", "");
            String bare = tag.group(2).replaceAll("\"[^\"]*\"", "\"\"");
            boolean isUnsafe = LINK.matcher(tag.group(2))
                    .results()
                    .map(link -> link.group(1))
                    .anyMatch(target -> !SAFE.matcher(target).matches());
            if (!NAME.matcher(name).matches()
                    || ACTING.contains(name)
                    || HANDLER.matcher(bare).find()
                    || isUnsafe) {
                found.add(tag.group());
            }
        });
        return found;
    }

    /** Cells that a spreadsheet would take for a formula. */
    static List<String> csv(String table) {
        return Pattern.compile("(?:^|[,\\n])(?:\"((?:[^\"]|\"\")*)\"|([^,\"\\r\\n]*))")
                .matcher(table)
                .results()
                .map(cell -> cell.group(1) == null ? cell.group(2) : cell.group(1))
                .filter(cell -> !cell.isEmpty() && "=+-@\t\r\uff1d\uff0b\uff0d\uff20".indexOf(cell.charAt(0)) >= 0)
                .toList();
    }

    /** Tags and links that somebody's words made. Behind a backslash nothing means anything. */
    static List<String> markdown(String text) {
        return Pattern.compile("</?[a-zA-Z!][^>]*>|\\]\\([^)]*\\)|^ {0,3}(?:>|```)", Pattern.MULTILINE)
                .matcher(text.replaceAll("\\\\[\\x21-\\x7e]", "").replace("<br>", " "))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
