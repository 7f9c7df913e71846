package dev.muster.secrets;

/** Part of a text, in UTF-16 units; the end is the first unit that no longer belongs to it. */
record Span(int start, int end) {

    int length() {
        return end - start;
    }

    boolean isEmpty() {
        return end <= start;
    }

    boolean touches(Span other) {
        return start < other.end && other.start < end;
    }

    boolean holds(Span other) {
        return start <= other.start && other.end <= end;
    }

    Span with(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    Span plus(int offset) {
        return new Span(start + offset, end + offset);
    }

    String of(String text) {
        return text.substring(start, end);
    }
}
