package dev.muster.scenario.score;

import dev.muster.timeline.Row;
import java.time.Instant;

/** A line of the timeline that something counted refers to. */
public record Moment(long row, Instant at, String text) {

    private static final int LONGEST = 120;

    static Moment of(Row row) {
        String text = row.entry().text().replaceAll("\\s+", " ").strip();
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return new Moment(row.seq(), row.entry().at(), end < text.length() ? text.substring(0, end) + "…" : text);
    }
}
