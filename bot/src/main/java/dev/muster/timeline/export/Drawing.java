package dev.muster.timeline.export;

/** Lines, boxes and words of an SVG, written one after another. Words are made safe here. */
final class Drawing {

    private final StringBuilder svg = new StringBuilder();
    private final Out out = new Out(svg);

    Drawing raw(String markup) {
        out.raw(markup);
        return this;
    }

    /** Opens a group that tells of itself when pointed at, and leads to its row. */
    Drawing open(String kind, long seq, String title) {
        out.raw("<a class=\"").raw(kind).raw("\"");
        if (seq > 0) {
            out.raw(" href=\"#row-").number(seq).raw("\"");
        }
        out.raw("><title>").text(title).raw("</title>");
        return this;
    }

    Drawing close() {
        return raw("</a>\n");
    }

    Drawing box(String kind, double x, double y, double width, double height) {
        return raw("<rect class=\"" + kind + "\" x=\"" + Axis.number(x) + "\" y=\"" + Axis.number(y) + "\" width=\""
                + Axis.number(width) + "\" height=\"" + Axis.number(height) + "\"/>");
    }

    Drawing line(String kind, double x, double y, double toX, double toY) {
        return raw("<line class=\"" + kind + "\" x1=\"" + Axis.number(x) + "\" y1=\"" + Axis.number(y) + "\" x2=\""
                + Axis.number(toX) + "\" y2=\"" + Axis.number(toY) + "\"/>");
    }

    Drawing path(String kind, String path) {
        return raw("<path class=\"" + kind + "\" d=\"" + path + "\"/>");
    }

    /** @param kind one or more classes; {@code middle} and {@code end} say what of the words is at {@code x} */
    Drawing words(String kind, double x, double y, String words) {
        out.raw("<text class=\"").raw(kind).raw("\" x=\"").raw(Axis.number(x));
        out.raw("\" y=\"").raw(Axis.number(y)).raw("\">").text(words).raw("</text>");
        return this;
    }

    /** How wide words are at 13 units, rather too wide than too narrow. */
    static double width(String words) {
        return words.codePoints()
                .mapToDouble(point -> point < 0x1100 ? 7.7 : 14)
                .sum();
    }

    /** As much of the words as fits into that width; empty if that is next to nothing. */
    static String fitting(String words, double room) {
        if (width(words) <= room) {
            return words;
        }
        int characters = (int) (room / (width(words) / words.codePointCount(0, words.length())));
        return characters < 4 ? "" : Telling.shortened(words, characters);
    }

    @Override
    public String toString() {
        return svg.toString();
    }
}
