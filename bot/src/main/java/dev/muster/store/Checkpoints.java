package dev.muster.store;

import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies what was committed from the log that is written ahead into the database itself, beside the writer, which
 * otherwise does that while everybody waits for it. The writer still does so when the log has become long: it finds
 * little left to copy, and can begin the log anew, which nobody can beside it.
 */
final class Checkpoints implements AutoCloseable {

    /** For the writer: about 16 MB of log. */
    static final String SELDOM = "PRAGMA wal_autocheckpoint = 4000";

    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);
    private static final long EVERY_MILLIS = 250;

    private final Jdbi jdbi;
    private final Thread thread = new Thread(this::run, "sqlite-checkpoints");

    Checkpoints(Jdbi jdbi) {
        this.jdbi = jdbi;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
                jdbi.useHandle(handle -> handle.execute("PRAGMA wal_checkpoint(PASSIVE)"));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.debug("the log could not be copied now; the writer will", e);
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
