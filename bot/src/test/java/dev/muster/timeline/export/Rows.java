package dev.muster.timeline.export;

import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Origin;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Row;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** More rows than anybody wants to keep, made anew for each pass. */
final class Rows {

    private Rows() {}

    /** Four days of talk; every fiftieth row is an update, every ninetieth a decision, every seventieth a file. */
    static void each(long count, Consumer<Row> reader) {
        Chain chain = Chain.EMPTY;
        for (long number = 1; number <= count; number++) {
            Instant at = Tale.START.plusSeconds(number * 345_600 / count);
            Row row = chain.append(entry(number, at), at.plusMillis(250), "00ff");
            chain = chain.after(row);
            reader.accept(row);
        }
    }

    private static Entry entry(long number, Instant at) {
        String text = "Row " + number + " has something to say about the pool";
        if (number % 50 == 0) {
            return Entry.of(at, Kind.UPDATE, Tale.ANN, text).asKey();
        }
        if (number % 90 == 0) {
            return Entry.of(at, Kind.DECISION, Tale.BOB, text).asKey();
        }
        MessageRef message = new MessageRef(new ChannelId("C0ROOM"), at.getEpochSecond() + ".%06d".formatted(number));
        Origin origin = new Origin(Optional.of("message:" + number), Optional.of(message), Optional.empty());
        return new Entry(at, Kind.MESSAGE, Optional.of(Tale.EVE), text, Map.of(), origin, number % 70 == 0, false);
    }
}
