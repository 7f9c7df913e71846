package dev.muster.bench;

import java.util.Arrays;

/** How long each of many things took. Not for several threads. */
final class Latencies {

    private long[] nanos = new long[1 << 16];
    private int size;

    void add(long took) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = took;
    }

    void addAll(Latencies others) {
        Arrays.stream(others.nanos, 0, others.size).forEach(this::add);
    }

    int count() {
        return size;
    }

    /** @param share 0.5 for the median, 1 for the longest */
    long at(double share) {
        Arrays.sort(nanos, 0, size);
        return size == 0 ? 0 : nanos[(int) Math.min(size - 1L, Math.round(share * (size - 1)))];
    }

    /** As text: the median, and how long the unlucky waited. */
    @Override
    public String toString() {
        return "p50 %s, p99 %s, p99.9 %s, max %s"
                .formatted(Table.millis(at(0.5)), Table.millis(at(0.99)), Table.millis(at(0.999)), Table.millis(at(1)));
    }

    /** Does something and notes how long it took. */
    void time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        add(System.nanoTime() - start);
    }

    /** The one in the middle. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
