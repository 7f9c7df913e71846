package dev.muster.runbook;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with parameters like {@code {{name}}}. Nothing in it is carried out: a name is replaced by its value once, and
 * whatever else is in braces is text.
 */
public final class Template {

    /** What every run knows without being told. */
    public static final Set<String> KNOWN = Set.of("incident", "severity", "title");

    private static final Pattern PARAMETER = Pattern.compile("\\{\\{ ?([a-z][a-z0-9_]{0,40}) ?}}");

    private Template() {}

    /** The parameters that a text names. */
    public static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        PARAMETER.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** The text with these values; a name without a value stays as it is. */
    public static String fill(String text, Map<String, String> values) {
        return PARAMETER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
    }

    private static String value(MatchResult found, Map<String, String> values) {
        return values.getOrDefault(found.group(1), found.group());
    }
}
