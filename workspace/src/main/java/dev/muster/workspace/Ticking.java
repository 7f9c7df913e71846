package dev.muster.workspace;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks now and then whether something is due by the workspace's clock, which may run faster than the real one. */
final class Ticking implements AutoCloseable {
    private static final int MILLIS = 100;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "workspace-ticking");
        made.setDaemon(true);
        return made;
    });
    private final Runnable look;

    Ticking(Runnable look) {
        this.look = look;
    }

    void start() {
        thread.scheduleWithFixedDelay(look, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
