package dev.muster.workspace.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.state.Happening;
import dev.muster.workspace.state.Stamps;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Brings events one after the other, and again later those that were not taken; loses or keeps them when asked. */
public final class EventQueue implements AutoCloseable {
    private final ScheduledExecutorService dispatcher = Executors.newSingleThreadScheduledExecutor(EventQueue::thread);
    private final Postman postman;
    private final Stamps stamps;
    private final List<Duration> retryDelays;
    private final Progress progress = new Progress();
    private final Losses losses = new Losses();
    private final Held held = new Held();
    private final AtomicInteger toRepeat = new AtomicInteger();

    public EventQueue(Postman postman, Stamps stamps, List<Duration> retryDelays) {
        this.postman = postman;
        this.stamps = stamps;
        this.retryDelays = List.copyOf(retryDelays);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "workspace-events");
        thread.setDaemon(true);
        return thread;
    }

    public synchronized void add(Happening happening) {
        if (losses.has(happening.event())) {
            return;
        }
        ObjectNode envelope = Envelope.of(happening, stamps.seconds());
        if (held.keep(envelope)) {
            return;
        }
        bring(envelope);
        if (Losses.due(toRepeat)) {
            bring(envelope);
        }
    }

    private void bring(ObjectNode envelope) {
        postman.quiet().begin();
        progress.added();
        submit(Envelope.parcel(envelope), Duration.ZERO);
    }

    /** The next events never arrive. */
    public void lose(int times) {
        losses.next(times);
    }

    /** Until told otherwise, these events never arrive. */
    public void lose(Predicate<? super JsonNode> which) {
        losses.which(which);
    }

    /** While it lasts, no event arrives. */
    public void rateLimit(boolean now) {
        losses.rateLimited(now);
    }

    /** The next events arrive twice, with the same id. */
    public void repeat(int times) {
        toRepeat.set(times);
    }

    /** From now on events are kept instead of brought. */
    public void hold() {
        held.hold();
    }

    /** What is kept and was not yet taken, in its envelopes, oldest first. */
    public List<JsonNode> held() {
        return held.all();
    }

    /** Brings what is kept in order, and from now on everything as it comes. */
    public synchronized void release() {
        held.end().forEach(this::bring);
    }

    /** From now on brings events as they come, and never what was kept. */
    public void forgetHeld() {
        held.end();
    }

    /** Brings this now, from the caller's thread; what is taken is kept no longer. */
    public Outcome deliver(ObjectNode envelope, int retry) {
        Outcome outcome = postman.send(Envelope.parcel(envelope).retried(retry));
        if (outcome.taken()) {
            held.forget(envelope);
        }
        return outcome;
    }

    private void submit(Parcel parcel, Duration delay) {
        try {
            dispatcher.schedule(() -> attempt(parcel), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            finish(parcel);
        }
    }

    private void attempt(Parcel parcel) {
        Outcome outcome = postman.send(parcel);
        boolean over = outcome.taken() || outcome.noRetry() || parcel.retry() >= retryDelays.size();
        if (over) {
            finish(parcel);
            return;
        }
        submit(parcel.again(outcome.error()), retryDelays.get(parcel.retry()));
        tried(parcel);
    }

    private void finish(Parcel parcel) {
        postman.quiet().end();
        tried(parcel);
    }

    private void tried(Parcel parcel) {
        if (parcel.retry() == 0) {
            progress.tried();
        }
    }

    /** Waits until everything added so far was brought once, taken or not. */
    public void awaitTried(Duration atMost) {
        progress.await(atMost);
    }

    @Override
    public void close() {
        dispatcher.shutdownNow();
        progress.end();
    }
}
