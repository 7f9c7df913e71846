package dev.muster.workspace.push;

import java.time.Duration;

/** Counts what is still on its way, so that one can wait until nothing is. */
public final class Quiet {
    private int underway;

    synchronized void begin() {
        underway++;
    }

    synchronized void end() {
        underway--;
        notifyAll();
    }

    /** Whether nothing is on its way, now or before the time is up. */
    public synchronized boolean await(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (underway > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0 || !waited(left)) {
                return false;
            }
        }
        return true;
    }

    private boolean waited(long millis) {
        try {
            wait(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
