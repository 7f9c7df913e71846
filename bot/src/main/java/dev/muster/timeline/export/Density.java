package dev.muster.timeline.export;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** How much happened when: counts in buckets that grow wider as they grow many, so that memory stays bounded. */
final class Density {

    /** In seconds; each divides the next, so that narrow buckets can be poured into wide ones. */
    static final long[] WIDTHS = {1, 5, 10, 30, 60, 300, 600, 1800, 3600, 7200, 14_400, 43_200, 86_400, 604_800};

    private static final int MOST = 4096;

    private NavigableMap<Long, Integer> counts = new TreeMap<>();
    private int width;

    void see(Instant at) {
        counts.merge(Math.floorDiv(at.getEpochSecond(), WIDTHS[width]), 1, Integer::sum);
        while (counts.size() > MOST && width < WIDTHS.length - 1) {
            widen();
        }
    }

    /** Seconds of a bucket. */
    long width() {
        return WIDTHS[width];
    }

    /** How many there were from one moment up to, but not including, another; to the width of a bucket. */
    int between(Instant from, Instant to) {
        long first = Math.floorDiv(from.getEpochSecond() + width() - 1, width());
        long end = Math.floorDiv(to.getEpochSecond() + width() - 1, width());
        return counts.subMap(first, Math.max(first, end)).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The last second of the last bucket with anything in it that begins at or before the moment. */
    Optional<Instant> lastBefore(Instant moment) {
        return Optional.ofNullable(counts.floorKey(Math.floorDiv(moment.getEpochSecond(), width())))
                .map(bucket -> Instant.ofEpochSecond((bucket + 1) * width()));
    }

    /** The beginning of the first bucket with anything in it that begins at or after the moment. */
    Optional<Instant> firstAfter(Instant moment) {
        return Optional.ofNullable(counts.ceilingKey(Math.floorDiv(moment.getEpochSecond(), width())))
                .map(bucket -> Instant.ofEpochSecond(bucket * width()));
    }

    private void widen() {
        long ratio = WIDTHS[width + 1] / WIDTHS[width];
        NavigableMap<Long, Integer> wider = new TreeMap<>();
        for (Map.Entry<Long, Integer> bucket : counts.entrySet()) {
            wider.merge(Math.floorDiv(bucket.getKey(), ratio), bucket.getValue(), Integer::sum);
        }
        counts = wider;
        width++;
    }
}
