package dev.muster.prove;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long each of many things took, in milliseconds. Safe for several threads. */
final class Took {

    private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());

    void add(long took) {
        millis.add(took);
    }

    int count() {
        return millis.size();
    }

    /** So much of all took at most so long. @param share 0.5 for the median, 1 for the worst */
    long at(double share) {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, Math.floor(share * sorted.size())));
    }

    @Override
    public String toString() {
        return "median %,d ms, p99 %,d ms, worst %,d ms".formatted(at(0.5), at(0.99), at(1));
    }
}
