package dev.muster.secrets;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;

/**
 * What looks like a secret and is none, as gitleaks' allowlists say. Chat has no paths and no commits: a list that
 * demands one together with something else (condition AND) allows nothing here.
 */
record Allowlist(boolean demandsAll, boolean wantsPlace, Target target, List<Pattern> regexes, List<String> stopwords) {

    /** What the regular expressions are held against. */
    enum Target {
        SECRET,
        MATCH,
        LINE
    }

    Allowlist {
        regexes = List.copyOf(regexes);
        stopwords =
                stopwords.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /**
     * @param match everything the rule's pattern matched
     * @param line the lines on which the match stands
     */
    boolean allows(String secret, String match, String line) {
        return demandsAll ? allowsTogether(secret, match, line) : allowsAlone(secret, match, line);
    }

    private boolean allowsAlone(String secret, String match, String line) {
        return isKnownWord(secret) || isKnownShape(secret, match, line);
    }

    private boolean allowsTogether(String secret, String match, String line) {
        return !wantsPlace
                && (regexes.isEmpty() || isKnownShape(secret, match, line))
                && (stopwords.isEmpty() || isKnownWord(secret));
    }

    private boolean isKnownWord(String secret) {
        String lowered = secret.toLowerCase(Locale.ROOT);
        return stopwords.stream().anyMatch(lowered::contains);
    }

    private boolean isKnownShape(String secret, String match, String line) {
        String held =
                switch (target) {
                    case SECRET -> secret;
                    case MATCH -> match;
                    case LINE -> line;
                };
        return regexes.stream().anyMatch(regex -> regex.matcher(held).find());
    }
}
