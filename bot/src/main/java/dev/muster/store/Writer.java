package dev.muster.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
 * disk; nobody is made to wait for company. What is patient goes when nobody else has come for a while, or with somebody
 * else's commit when it has waited six times as long as its like takes: so it gets a seventh of the time, however fast
 * the machine is, and a moment without a request, such as between an answer and the next one, is not taken for peace.
 */
final class Writer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Writer.class);
    private static final int QUEUE = 10_000;
    private static final int BATCH = 512;
    private static final int PATIENCE = 6;
    private static final long PEACE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Jdbi jdbi;
    private final BlockingQueue<Work<?>> queue = new ArrayBlockingQueue<>(QUEUE);

    /** What has come and can wait. Touched by the writer's thread alone, as are the times. */
    private final Deque<Work<?>> patient = new ArrayDeque<>();

    private long urgentNanos = System.nanoTime() - PEACE_NANOS;
    private long patientTookNanos;

    /** Tells those who wait, while the next commit runs. */
    private final ExecutorService bell = Executors.newSingleThreadExecutor(work -> new Thread(work, "sqlite-bell"));

    private final Thread thread = new Thread(this::run, "sqlite-writer");
    private volatile boolean closing;

    Writer(Jdbi jdbi) {
        this.jdbi = jdbi;
        thread.start();
    }

    /** Waits until the work is durable. */
    <T, X extends Exception> T write(HandleCallback<T, X> callback) throws X {
        return done(new Work.Call<>(callback, false));
    }

    /** Waits until the work is durable, behind others. */
    <T, X extends Exception> T writeSoon(HandleCallback<T, X> callback) throws X {
        return done(new Work.Call<>(callback, true));
    }

    /** Completed when the row is durable; with false if its conflict clause left it out. */
    CompletableFuture<Boolean> insert(String sql, @Nullable Object... values) {
        return begun(new Work.Insert(sql, values));
    }

    private <T> CompletableFuture<T> begun(Work<T> work) {
        return closing || !queue.offer(work)
                ? CompletableFuture.failedFuture(
                        new RejectedExecutionException("the database takes no more work (closing: " + closing + ")"))
                : work.result;
    }

    @SuppressWarnings("unchecked")
    private <T, X extends Exception> T done(Work<T> work) throws X {
        try {
            return begun(work).get();
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
            bell.shutdown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Optional<Handle> handle = Optional.empty();
        while (!closing || !queue.isEmpty() || !patient.isEmpty()) {
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
        Work<?> first = queue.poll(patient.isEmpty() ? IDLE_NANOS : peaceNanos(), TimeUnit.NANOSECONDS);
        if (first != null) {
            sort(first, batch);
        }
        for (Work<?> work = queue.poll(); work != null && batch.size() < BATCH; work = queue.poll()) {
            sort(work, batch);
        }
        if (!batch.isEmpty()) {
            urgentNanos = System.nanoTime();
        }
        if (!patient.isEmpty() && (peaceNanos() <= 0 || isPatientLongEnough())) {
            batch.add(patient.remove());
        }
        return batch;
    }

    private void sort(Work<?> work, List<Work<?>> batch) {
        if (work.isPatient()) {
            patient.add(work);
        } else {
            batch.add(work);
        }
    }

    /** How long nobody must come for it to be quiet. */
    private long peaceNanos() {
        return closing ? 0 : urgentNanos + PEACE_NANOS - System.nanoTime();
    }

    private boolean isPatientLongEnough() {
        return patient.element().ageNanos() >= PATIENCE * patientTookNanos;
    }

    /** The connection to go on with; none if there was trouble with it. */
    private Optional<Handle> commit(Optional<Handle> open, List<Work<?>> batch) {
        Handle handle = null;
        try {
            handle = open.orElseGet(jdbi::open);
            long start = System.nanoTime();
            handle.begin();
            Work.runAll(batch, handle);
            if (batch.get(batch.size() - 1).isPatient()) {
                patientTookNanos = System.nanoTime() - start;
            }
            handle.commit();
            bell.execute(() -> batch.forEach(Work::committed));
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
