package dev.muster.insight;

/** How words are shown where they are read. */
public interface Ink {

    /** As they are. */
    Ink PLAIN = new Ink() {
        @Override
        public String bold(String words) {
            return words;
        }

        @Override
        public String theirs(String words) {
            return words;
        }

        @Override
        public String block(String lines) {
            return lines;
        }
    };

    /** Words that stand out. */
    String bold(String words);

    /** Words of somebody else, which must do nothing but be read. */
    String theirs(String words);

    /** Lines in which each sign takes as much room as any other. */
    String block(String lines);
}
