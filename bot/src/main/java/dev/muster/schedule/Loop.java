package dev.muster.schedule;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does what there is to do when it is woken, and looks for itself every second. */
public final class Loop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    private static final long PATIENCE_MILLIS = 1_500;

    private final IntSupplier work;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;

    /** @param work does what there is to do, and says how much that was */
    public Loop(String name, IntSupplier work) {
        this.work = work;
        this.thread = new Thread(this::run, name);
    }

    public void start() {
        thread.start();
    }

    public void wake() {
        bell.release();
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closing = true;
        wake();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing) {
            try {
                if (work.getAsInt() == 0 && bell.tryAcquire(1, TimeUnit.SECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                closing = true;
            } catch (Throwable e) { // A loop that ends is worse than whatever this is.
                log.error("{} stumbled and goes on", thread.getName(), e);
                pause();
            }
        }
    }

    /** Trouble with the database must not become a storm of trouble. */
    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            closing = true;
        }
    }
}
