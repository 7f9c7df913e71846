package dev.muster.insight;

import java.util.Locale;

/** Something that an incident is recalled by, in small letters. */
public record Mark(Kind kind, String word) {

    /** What sort of word it is. The names are written down and never change. */
    public enum Kind {
        SERVICE,
        CAUSE,
        TAG,
        /** Of what was said about the incident. */
        WORD,
        /** Of its published post-mortem. */
        PAPER;

        /** As it is written down, e.g. {@code service}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static Mark service(String name) {
        return new Mark(Kind.SERVICE, name.toLowerCase(Locale.ROOT));
    }

    public static Mark cause(String word) {
        return new Mark(Kind.CAUSE, word.toLowerCase(Locale.ROOT));
    }

    public static Mark tag(String text) {
        return new Mark(Kind.TAG, text.toLowerCase(Locale.ROOT));
    }

    public static Mark word(String term) {
        return new Mark(Kind.WORD, term);
    }

    public static Mark paper(String term) {
        return new Mark(Kind.PAPER, term);
    }
}
