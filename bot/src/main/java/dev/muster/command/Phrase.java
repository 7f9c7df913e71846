package dev.muster.command;

import dev.muster.incident.Severity;
import dev.muster.incident.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Typed words from which parts are taken, in any order, until the free text is left. Not safe for several threads.
 */
public final class Phrase {

    private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]+)(?:\\|[^>]*)?>");

    private final Map<String, String> found = new TreeMap<>();
    private String rest;

    public Phrase(String words) {
        this.rest = words.strip();
    }

    /** Takes the first match of the pattern's first group, which must stand as words of their own. */
    Optional<String> take(String pattern) {
        Matcher matcher = Pattern.compile("(?<=^|\\s)(?:" + pattern + ")(?=\\s|$)", Pattern.CASE_INSENSITIVE)
                .matcher(rest);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String taken = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
        rest = (rest.substring(0, matcher.start()).stripTrailing() + " "
                        + rest.substring(matcher.end()).stripLeading())
                .strip();
        return Optional.of(taken);
    }

    /** Takes a part and remembers it as the answer to a question. */
    Phrase taking(String name, String pattern) {
        take(pattern).ifPresent(value -> found.put(name, value));
        return this;
    }

    /** Takes a flag such as {@code --private}; its answer is {@code yes}. */
    Phrase flag(String name) {
        take("--" + name).ifPresent(flag -> found.put(name, "yes"));
        return this;
    }

    /**
     * Takes an option with its value, which stands in quotes of any sort if it has spaces: {@code --services "a b, c"}. The
     * s at the end of its name may be left out.
     */
    Phrase option(String name) {
        String word = name.endsWith("s") ? name + "?" : name;
        take("--" + word + "[ =]((?:\"[^\"]*\"|[“„”][^“”]*[“”])|\\S+)")
                .map(value -> value.replaceAll("^[\"“„”]|[\"“”]$", "").strip())
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> found.put(name, value));
        return this;
    }

    Phrase severity(String name) {
        take("sev-?[1-3]").flatMap(Severity::find).ifPresent(severity -> found.put(name, severity.toString()));
        return this;
    }

    /** Takes the first mention of a person. */
    Phrase person(String name) {
        Matcher matcher = MENTION.matcher(rest);
        if (matcher.find()) {
            found.put(name, matcher.group(1));
            rest = (rest.substring(0, matcher.start()) + rest.substring(matcher.end()))
                    .replaceAll(" {2,}", " ")
                    .strip();
        }
        return this;
    }

    /** Takes the first mention of a user group: its id; or what stands there where Slack knew no group, e.g. {@code @sre}. */
    Phrase group(String name) {
        take("<!subteam\\^(S[A-Z0-9]+)(?:\\|[^>]*)?>")
                .or(() -> take("@\\S+"))
                .ifPresent(group -> found.put(name, group));
        return this;
    }

    /** Takes the first word. */
    Phrase word(String name) {
        take("^\\S+").ifPresent(word -> found.put(name, word));
        return this;
    }

    /** What has been found, with what is left as the answer to one more question. */
    Map<String, String> rest(String name) {
        if (!rest.isEmpty()) {
            found.put(name, rest);
        }
        return found;
    }

    Map<String, String> found() {
        return found;
    }

    String rest() {
        return rest;
    }

    /** The person whom a mention names. */
    static Optional<UserId> mentioned(String text) {
        Matcher matcher = MENTION.matcher(text);
        return matcher.find() ? Optional.of(new UserId(matcher.group(1))) : Optional.empty();
    }
}
