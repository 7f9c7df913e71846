package dev.muster.timeline;

import dev.muster.incident.Entry;
import dev.muster.incident.Hash;
import dev.muster.incident.Kind;
import dev.muster.incident.Origin;
import java.time.Instant;

/** A line that says from when to when the record may be incomplete. */
public final class Gap {

    private Gap() {}

    /** @param why a sentence or two */
    public static Entry line(Instant from, Instant to, Instant now, String why) {
        String span = "From %s to %s: ".formatted(Exported.time(from), Exported.time(to));
        return Entry.ofBot(now, Kind.GAP, span + why)
                .with("from", Exported.time(from))
                .with("to", Exported.time(to))
                .from(Origin.of("gap:" + from.toEpochMilli() + ":" + to.toEpochMilli() + ":" + Hash.of(why)));
    }
}
