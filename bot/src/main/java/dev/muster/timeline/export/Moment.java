package dev.muster.timeline.export;

import java.time.Instant;
import java.util.Comparator;

/**
 * Something that happened at one time, as the picture shows it.
 *
 * @param seq the row that tells of it
 * @param text at most {@link #LONGEST} characters
 */
record Moment(long seq, Instant at, String text) {

    static final int LONGEST = 200;
    static final Comparator<Moment> BY_TIME = Comparator.comparing(Moment::at).thenComparingLong(Moment::seq);

    static Moment of(Reading reading) {
        String shown = reading.redacted() ? Telling.REDACTED : Telling.shortened(reading.text(), LONGEST);
        return new Moment(reading.row().seq(), reading.at(), shown);
    }
}
