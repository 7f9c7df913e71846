package dev.muster.main;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for work that is on disk, or that nobody misses when it is lost. */
final class Hands {

    private static final int PATIENCE_SECONDS = 2;

    private Hands() {}

    static ExecutorService of(String name, int count) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(count, work -> new Thread(work, name + "-" + number.incrementAndGet()));
    }

    /** Lets what is in hand come to its end, but not for ever. */
    static void finish(ExecutorService hands) {
        hands.shutdown();
        try {
            if (!hands.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                hands.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
