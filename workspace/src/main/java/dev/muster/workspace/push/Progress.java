package dev.muster.workspace.push;

import java.time.Duration;

/** How many events there were, and how many of them have been brought at least once. */
final class Progress {
    private long added;
    private long tried;
    private boolean over;

    synchronized void added() {
        added++;
    }

    synchronized void tried() {
        tried++;
        notifyAll();
    }

    /** Nothing more will be brought. */
    synchronized void end() {
        over = true;
        notifyAll();
    }

    synchronized void await(Duration atMost) {
        long goal = added;
        long end = System.nanoTime() + atMost.toNanos();
        while (!over && tried < goal && System.nanoTime() < end) {
            try {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
