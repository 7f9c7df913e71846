package dev.muster.review;

import dev.muster.incident.Incident;
import dev.muster.timeline.Row;
import java.time.ZoneId;
import java.util.List;

/**
 * What a post-mortem is drawn from.
 *
 * @param moments the key moments, updates and decisions of the timeline, by when they happened
 * @param items what the timeline says about action items, in order
 * @param rows how long the whole timeline is
 * @param head its last hash
 * @param runbooks what was walked through, one line each
 * @param similar earlier incidents like it, one line each
 * @param channel an address of the incident's channel; empty if there is none
 * @param zone of the dates in it
 */
public record Minutes(
        Incident incident,
        List<Row> moments,
        List<Row> items,
        long rows,
        String head,
        List<String> runbooks,
        List<String> similar,
        String channel,
        ZoneId zone) {

    public Minutes {
        moments = List.copyOf(moments);
        items = List.copyOf(items);
        runbooks = List.copyOf(runbooks);
        similar = List.copyOf(similar);
    }
}
