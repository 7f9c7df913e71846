package dev.muster.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Whatever came while it was busy goes into one commit, so that many share the wait for the
 * disk; nobody is made to wait for company.
 */
final class Writer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Writer.class);
    private static final int QUEUE = 10_000;
    private static final int BATCH = 512;

    private final Jdbi jdbi;
    private final BlockingQueue<Work<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread = new Thread(this::run, "sqlite-writer");
    private volatile boolean closing;

    Writer(Jdbi jdbi) {
        this.jdbi = jdbi;
        thread.start();
    }

    /** Waits until the work is durable. */
    @SuppressWarnings("unchecked")
    <T, X extends Exception> T write(HandleCallback<T, X> callback) throws X {
        Work<T> work = new Work<>(callback, new CompletableFuture<>());
        if (closing || !queue.offer(work)) {
            throw new RejectedExecutionException("the database takes no more work (closing: " + closing + ")");
        }
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
        List<Work<?>> batch = new ArrayList<>(BATCH);
        while (!closing || !queue.isEmpty()) {
            try {
                Work<?> first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    commit(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                closing = true;
            }
        }
    }

    private void commit(List<Work<?>> batch) {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            batch.forEach(work -> work.run(handle));
            handle.commit();
            batch.forEach(Work::committed);
        } catch (Throwable trouble) {
            log.error("nothing of a batch of {} was kept", batch.size(), trouble);
            batch.forEach(work -> work.result.completeExceptionally(trouble));
        }
    }

    /** One piece of work; when it throws, it alone is undone. */
    private static final class Work<T> {
        private final HandleCallback<T, ?> callback;
        private final CompletableFuture<T> result;
        private @Nullable T value;
        private @Nullable Throwable thrown;

        Work(HandleCallback<T, ?> callback, CompletableFuture<T> result) {
            this.callback = callback;
            this.result = result;
        }

        void run(Handle handle) {
            handle.savepoint("work");
            try {
                value = callback.withHandle(handle);
                handle.releaseSavepoint("work");
            } catch (Throwable e) {
                thrown = e;
                handle.rollbackToSavepoint("work");
            }
        }

        @SuppressWarnings("NullAway") // A callback may return null where its type allows it.
        void committed() {
            if (thrown == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(thrown);
            }
        }
    }
}
