package dev.muster.secrets;

import dev.muster.secrets.Search.Match;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One rule of gitleaks, with gitleaks' semantics.
 *
 * @param secretGroup the group of the pattern that is the secret; 0 for the first that matched something
 * @param entropy a secret must have more than this, unless it is 0
 * @param keywords in lower case; the rule is tried only on texts that hold one of them, or on all if there are none
 */
record Rule(
        String id, Search search, int secretGroup, double entropy, List<String> keywords, List<Allowlist> allowlists) {

    /** @param hits where the beginnings of its matches stand in the text, in ascending order */
    Stream<Find> finds(String text, List<Integer> hits, Attempts attempts) {
        return search.matches(text, hits, attempts).stream()
                .filter(match -> isSecret(text, match))
                .map(match -> new Find(secret(text, match), id));
    }

    /** Judged as gitleaks does, by the first group that matched something. */
    private boolean isSecret(String text, Match match) {
        String judged = secretGroup > 0
                ? match.groups().get(secretGroup - 1).of(text)
                : groups(match).findFirst().orElse(match.span()).of(text);
        return (entropy == 0 || Entropy.of(judged) > entropy)
                && allowlists.stream()
                        .noneMatch(list -> list.allows(judged, match.span().of(text), line(text, match)));
    }

    /**
     * What is to be masked. In some of gitleaks' patterns the first group is but a piece of the secret, or a word before
     * it; gitleaks reports a line, but here the rest would stay. So it is the longest group that is no piece of a word.
     */
    private Span secret(String text, Match match) {
        if (secretGroup > 0) {
            return match.groups().get(secretGroup - 1);
        }
        return groups(match)
                .filter(group -> !isPiece(text, match.span(), group))
                .max(Comparator.comparingInt(Span::length))
                .orElse(match.span());
    }

    private static Stream<Span> groups(Match match) {
        return match.groups().stream().filter(group -> !group.isEmpty());
    }

    private static boolean isPiece(String text, Span match, Span group) {
        boolean goesOnBefore = group.start() > match.start() && isJoined(text, group.start());
        return goesOnBefore || group.end() < match.end() && isJoined(text, group.end());
    }

    /** Whether nothing parts the characters before and after this place. */
    private static boolean isJoined(String text, int at) {
        return isWord(text.charAt(at - 1)) && isWord(text.charAt(at));
    }

    private static boolean isWord(char unit) {
        return Character.isLetterOrDigit(unit) || unit == '_' || unit == '-';
    }

    private static String line(String text, Match match) {
        int start = text.lastIndexOf('\n', match.span().start() - 1) + 1;
        int end = text.indexOf('\n', match.span().end());
        return text.substring(start, end < 0 ? text.length() : end);
    }
}
