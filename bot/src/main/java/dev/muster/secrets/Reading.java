package dev.muster.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A text as somebody may mean it: gitleaks' patterns want a space or a quote after a secret, and chat has marks there.
 * Each reading knows where its characters stand in the original.
 */
final class Reading {

    private static final String MARKS = "<>|*&\u00a0\u202f";
    private static final String FORMATTING = "*_~`";
    private static final String EMPHASIS = "_~";
    private static final String CLOSING = ".,!?)]}\u2026";
    private static final String QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb";
    private static final List<String> ENTITIES = List.of("&amp;", "&lt;", "&gt;");
    private static final String ENTITY_SIGNS = "&<>";

    private final String text;
    private final List<Span> places;

    private Reading(String text, List<Span> places) {
        this.text = text;
        this.places = places;
    }

    /** The text as it stands. */
    static Reading asItIs(String text) {
        return new Reading(text, List.of());
    }

    /** As it was typed: entities decoded (docs.slack.dev, "Formatting message text"), what nobody sees left out. */
    static Reading asTyped(String text) {
        return isPlain(text) ? asItIs(text) : decoded(text, Reading::isUnseen);
    }

    /** A text as Slack sends it. */
    static String escaped(String typed) {
        return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Whether a text stands as it was typed. */
    static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '&' || isUnseen(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** Without any formatting, so that a secret is recognised however it is decorated. */
    static Reading bare(String text) {
        return decoded(text, unit -> isUnseen(unit) || FORMATTING.indexOf(unit) >= 0);
    }

    /** Every way to read a text; what would be read the same twice is left out. */
    static List<Reading> all(String text) {
        List<Reading> all = new ArrayList<>(List.of(asItIs(text)));
        Reading typed = asTyped(text);
        Reading spaced = typed.with(spaced(typed.text.toCharArray()));
        for (Reading next : List.of(typed, spaced, spaced.with(loosened(spaced.text.toCharArray())))) {
            if (!next.text.equals(all.get(all.size() - 1).text)) {
                all.add(next);
            }
        }
        return all;
    }

    String text() {
        return text;
    }

    /** What stands in the original where this span stands here. */
    Span inOriginal(Span span) {
        return places.isEmpty() || span.isEmpty()
                ? span
                : places.get(span.start()).with(places.get(span.end() - 1));
    }

    private Reading with(char[] changed) {
        return new Reading(String.valueOf(changed), places);
    }

    private static boolean isUnseen(int unit) {
        return unit >= 128 && isInvisible(unit);
    }

    private static boolean isInvisible(int unit) {
        return unit == '\u00ad' || unit >= '\u200b' && unit <= '\u200f' || unit == '\u2060' || unit == '\ufeff';
    }

    private static Reading decoded(String text, IntPredicate leavesOut) {
        StringBuilder decoded = new StringBuilder(text.length());
        List<Span> places = new ArrayList<>(text.length());
        for (int at = 0; at < text.length(); ) {
            int entity = entityAt(text, at);
            int length = entity < 0 ? 1 : ENTITIES.get(entity).length();
            char unit = entity < 0 ? text.charAt(at) : ENTITY_SIGNS.charAt(entity);
            if (!leavesOut.test(unit)) {
                decoded.append(unit);
                places.add(new Span(at, at + length));
            }
            at += length;
        }
        return new Reading(decoded.toString(), places);
    }

    /** Which entity begins here, or -1. */
    private static int entityAt(String text, int at) {
        return text.charAt(at) != '&'
                ? -1
                : IntStream.range(0, ENTITIES.size())
                        .filter(entity -> text.startsWith(ENTITIES.get(entity), at))
                        .findFirst()
                        .orElse(-1);
    }

    private static char[] spaced(char[] units) {
        for (int at = 0; at < units.length; at++) {
            if (MARKS.indexOf(units[at]) >= 0) {
                units[at] = ' ';
            } else if (QUOTES.indexOf(units[at]) >= 0) {
                units[at] = '"';
            }
        }
        return units;
    }

    /** Emphasis around a word and punctuation behind it become spaces. */
    private static char[] loosened(char[] units) {
        boolean atBoundary = true;
        for (int at = units.length - 1; at >= 0; at--) {
            atBoundary = loosens(units, at, EMPHASIS + CLOSING, atBoundary);
        }
        atBoundary = true;
        for (int at = 0; at < units.length; at++) {
            atBoundary = loosens(units, at, EMPHASIS, atBoundary);
        }
        return units;
    }

    /** Makes a space of one of these signs beside a boundary; says whether a boundary stands here now. */
    private static boolean loosens(char[] units, int at, String signs, boolean besideBoundary) {
        if (besideBoundary && signs.indexOf(units[at]) >= 0) {
            units[at] = ' ';
        }
        return Character.isWhitespace(units[at]) || "\"'`;([{".indexOf(units[at]) >= 0;
    }
}
