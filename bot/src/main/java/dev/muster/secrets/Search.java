package dev.muster.secrets;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds what a pattern matches, from left to right and without overlaps. Where it is known with what every match begins,
 * it looks only there: RE2 needs linear time, but up to fifty steps a character.
 */
final class Search {

    /** With this gitleaks' generator begins most patterns. It only lengthens a match to the left, so it is taken off. */
    private static final String LEAD = "[\\w.-]{0,50}?";

    private static final int LEAD_LENGTH = 50;
    private static final int GLANCE = 512;

    private final Lazy<Pattern> anywhere;
    private final Lazy<Pattern> here;
    private final boolean hasLead;
    private final Set<String> beginnings;
    private final Edges edges;

    Search(String regex) {
        String shorter = withoutLead(regex);
        Optional<Shape> shape = ShapeParser.parse(shorter);
        this.anywhere = new Lazy<>(() -> Pattern.compile(shorter));
        // RE2/J stops early only if the pattern itself is tied to the beginning.
        this.here = new Lazy<>(() -> Pattern.compile("\\A(?:" + shorter + ")"));
        this.hasLead = !shorter.equals(regex);
        this.beginnings = shape.map(Beginning::of).map(Beginning::signs).orElse(Set.of());
        this.edges = shape.map(Edges::of).orElse(Edges.SOMETIMES);
    }

    /** Every match begins with one of these, whatever its case; empty if that is not known. */
    Set<String> beginnings() {
        return beginnings;
    }

    /** Whether every match begins at the edge of a word. */
    boolean isAtEdge() {
        return edges == Edges.ALWAYS && beginnings.stream().allMatch(sign -> isWord(sign, 0));
    }

    /** @throws com.google.re2j.PatternSyntaxException if it is not RE2's syntax */
    int groups() {
        return anywhere.get().groupCount();
    }

    /**
     * @param hits where the beginnings stand, in ascending order
     * @param attempts made on earlier readings of the text; what they found is not found again
     */
    List<Match> matches(String text, List<Integer> hits, Attempts attempts) {
        if (beginnings.isEmpty()) {
            return from(0, 0, text);
        }
        List<Match> matches = new ArrayList<>();
        int end = 0;
        for (int hit : hits) {
            if (hit < end || edges == Edges.ALWAYS && isInsideWord(text, hit) || attempts.know(text, hit)) {
                continue;
            }
            Glance glance = new Glance(text, hit);
            Matcher matcher = here.get().matcher(glance);
            boolean found = matcher.find();
            if (glance.isTooShort() || edges == Edges.SOMETIMES && isInsideWord(text, hit)) {
                matches.addAll(from(hit, end, text));
                return matches;
            }
            attempts.note(text, hit, glance.reach());
            if (found) {
                matches.add(match(matcher, hit, text, end));
                end = hit + matcher.end();
            }
        }
        return matches;
    }

    private List<Match> from(int start, int leftmost, String text) {
        List<Match> matches = new ArrayList<>();
        Matcher matcher = anywhere.get().matcher(text);
        int end = leftmost;
        for (boolean found = matcher.find(start); found; found = matcher.find()) {
            matches.add(match(matcher, 0, text, end));
            end = matcher.end();
        }
        return matches;
    }

    private Match match(Matcher matcher, int offset, String text, int leftmost) {
        Span whole = new Span(matcher.start(), matcher.end()).plus(offset);
        List<Span> groups = IntStream.rangeClosed(1, matcher.groupCount())
                .mapToObj(group -> new Span(matcher.start(group), matcher.end(group)).plus(offset))
                .toList();
        return new Match(hasLead ? withLead(whole, text, leftmost) : whole, groups);
    }

    private static Span withLead(Span match, String text, int leftmost) {
        int start = match.start();
        int limit = Math.max(leftmost, start - LEAD_LENGTH);
        while (start > limit && (isWord(text, start - 1) || ".-".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return new Span(start, match.end());
    }

    private static String withoutLead(String regex) {
        for (String before : List.of("(?i)", "")) {
            if (regex.startsWith(before + LEAD)) {
                return before + regex.substring(before.length() + LEAD.length()).replace("(?i:" + LEAD, "(?i:");
            }
        }
        return regex;
    }

    private static boolean isInsideWord(String text, int at) {
        return at > 0 && isWord(text, at - 1) && isWord(text, at);
    }

    private static boolean isWord(String text, int at) {
        char unit = text.charAt(at);
        return unit < 128 && (Character.isLetterOrDigit(unit) || unit == '_');
    }

    /** Whether the character parts no words in any reading of the text; an underscore may be read as emphasis. */
    static boolean isInWord(char unit) {
        return unit < 128 && Character.isLetterOrDigit(unit);
    }

    /** A group that took no part is an empty span. */
    record Match(Span span, List<Span> groups) {}

    /** The next few hundred characters of a text; knows whether somebody wanted to see more. */
    private static final class Glance implements CharSequence {

        private final String text;
        private final int start;
        private final int length;
        private int furthest;

        Glance(String text, int start) {
            this.text = text;
            this.start = start;
            this.length = Math.min(GLANCE, text.length() - start);
        }

        boolean isTooShort() {
            return furthest >= length - 2 && start + length < text.length();
        }

        /** Two more than was read: an edge may have been looked for, and a character may have two halves. */
        int reach() {
            return start + furthest + 3;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public char charAt(int index) {
            furthest = Math.max(furthest, index);
            return text.charAt(start + index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.substring(start + from, start + to);
        }

        @Override
        public String toString() {
            return text.substring(start, start + length);
        }
    }
}
