package dev.muster.store;

import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does beside the writer, every quarter of a second, what otherwise everybody would wait for. It makes findable what was
 * written, and copies what was committed from the log that is written ahead into the database itself. The writer still
 * copies when the log has become long: it finds little left, and can begin the log anew, which nobody can beside it.
 */
final class Upkeep implements AutoCloseable {

    /** For the writer: about 64 MB of log. It takes some milliseconds then, which must not be every second. */
    static final String SELDOM = "PRAGMA wal_autocheckpoint = 16000";

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final long EVERY_MILLIS = 250;
    private static final int LUMPS = 40;

    private final Jdbi jdbi;
    private final IntSupplier index;
    private final Thread thread = new Thread(this::run, "sqlite-upkeep");

    /** @param index makes a lump of rows findable and says how many, 0 when there are none left */
    Upkeep(Jdbi jdbi, IntSupplier index) {
        this.jdbi = jdbi;
        this.index = index;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
                index();
                jdbi.useHandle(handle -> handle.execute("PRAGMA wal_checkpoint(PASSIVE)"));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.debug("not now; the next time, or whoever searches or writes, will", e);
            }
        }
    }

    private void index() {
        for (int lump = 0; lump < LUMPS && index.getAsInt() > 0; lump++) {
            // Everybody else has a turn between two lumps.
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
