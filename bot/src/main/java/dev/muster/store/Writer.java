package dev.muster.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Whatever came while it was busy goes into one commit, so that many share the wait for the
 * disk; nobody is made to wait for company. What is patient goes when nobody else waits, or when it has waited long.
 */
final class Writer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Writer.class);
    private static final int QUEUE = 10_000;
    private static final int BATCH = 512;
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Jdbi jdbi;
    private final BlockingQueue<Work<?>> urgent = new ArrayBlockingQueue<>(QUEUE);
    private final BlockingQueue<Work<?>> patient = new ArrayBlockingQueue<>(QUEUE);

    /** One permit for each piece of work in the queues. */
    private final Semaphore queued = new Semaphore(0);

    private final Thread thread = new Thread(this::run, "sqlite-writer");
    private volatile boolean closing;

    Writer(Jdbi jdbi) {
        this.jdbi = jdbi;
        thread.start();
    }

    /** Waits until the work is durable. */
    <T, X extends Exception> T write(HandleCallback<T, X> callback) throws X {
        return done(urgent, new Work.Call<>(callback));
    }

    /** Waits until the work is durable, behind others. */
    <T, X extends Exception> T writeSoon(HandleCallback<T, X> callback) throws X {
        return done(patient, new Work.Call<>(callback));
    }

    /** Waits until the row is durable; false if its conflict clause left it out. */
    boolean insert(String sql, @Nullable Object... values) {
        return done(urgent, new Work.Insert(sql, values));
    }

    @SuppressWarnings("unchecked")
    private <T, X extends Exception> T done(BlockingQueue<Work<?>> queue, Work<T> work) throws X {
        if (closing || !queue.offer(work)) {
            throw new RejectedExecutionException("the database takes no more work (closing: " + closing + ")");
        }
        queued.release();
        try {
            return work.result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing; it may or may not have been kept", e);
        } catch (ExecutionException e) {
            throw (X) e.getCause();
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Optional<Handle> handle = Optional.empty();
        while (!closing || queued.availablePermits() > 0) {
            try {
                List<Work<?>> batch = next();
                if (!batch.isEmpty()) {
                    handle = commit(handle, batch);
                }
            } catch (InterruptedException e) {
                closing = true;
            }
        }
        handle.ifPresent(Handle::close);
    }

    private List<Work<?>> next() throws InterruptedException {
        List<Work<?>> batch = new ArrayList<>();
        if (queued.tryAcquire(100, TimeUnit.MILLISECONDS)) {
            urgent.drainTo(batch, BATCH);
            Work<?> waiting = patient.peek();
            if (waiting != null && (batch.isEmpty() || waiting.ageNanos() > PATIENCE_NANOS)) {
                batch.add(patient.remove());
            }
            queued.acquire(batch.size() - 1);
        }
        return batch;
    }

    /** The connection to go on with; none if there was trouble with it. */
    private Optional<Handle> commit(Optional<Handle> open, List<Work<?>> batch) {
        Handle handle = null;
        try {
            handle = open.orElseGet(jdbi::open);
            handle.begin();
            Work.runAll(batch, handle);
            handle.commit();
            batch.forEach(Work::committed);
            return Optional.of(handle);
        } catch (Throwable trouble) {
            log.error("nothing of a batch of {} was kept", batch.size(), trouble);
            batch.forEach(work -> work.result.completeExceptionally(trouble));
            Optional.ofNullable(handle).ifPresent(Writer::closeQuietly);
            return Optional.empty();
        }
    }

    private static void closeQuietly(Handle handle) {
        try {
            handle.close();
        } catch (RuntimeException e) {
            log.debug("a broken connection did not close", e);
        }
    }
}
