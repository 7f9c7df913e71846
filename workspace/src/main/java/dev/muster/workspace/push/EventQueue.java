package dev.muster.workspace.push;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Ids;
import dev.muster.workspace.state.Row;
import dev.muster.workspace.state.Stamps;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Brings events one after the other, and again later those that were not taken. */
public final class EventQueue implements AutoCloseable {
    private final ScheduledExecutorService dispatcher = Executors.newSingleThreadScheduledExecutor(EventQueue::thread);
    private final Postman postman;
    private final Stamps stamps;
    private final List<Duration> retryDelays;
    private final Progress progress = new Progress();
    private final AtomicInteger toLose = new AtomicInteger();
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

    public void add(ObjectNode event) {
        if (due(toLose)) {
            return;
        }
        Parcel parcel = Parcel.of(Row.Kind.EVENT, name(event), envelope(event));
        bring(parcel);
        if (due(toRepeat)) {
            bring(parcel);
        }
    }

    private void bring(Parcel parcel) {
        postman.quiet().begin();
        progress.added();
        submit(parcel, Duration.ZERO);
    }

    private static boolean due(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }

    /** The next events never arrive. */
    public void lose(int times) {
        toLose.set(times);
    }

    /** The next events arrive twice, with the same id. */
    public void repeat(int times) {
        toRepeat.set(times);
    }

    private static String name(ObjectNode event) {
        String subtype = event.path("subtype").asText("");
        return event.path("type").asText() + (subtype.isEmpty() ? "" : "." + subtype);
    }

    private ObjectNode envelope(ObjectNode event) {
        ObjectNode envelope = Json.object().put("token", "local").put("team_id", App.TEAM);
        envelope.put("context_team_id", App.TEAM).putNull("context_enterprise_id");
        envelope.put("api_app_id", App.APP_ID).set("event", event.deepCopy());
        envelope.put("type", "event_callback").put("event_id", Ids.next("Ev"));
        envelope.put("event_time", stamps.seconds()).put("event_context", Ids.next("EC"));
        envelope.put("is_ext_shared_channel", false);
        ObjectNode install = envelope.putArray("authorizations").addObject().putNull("enterprise_id");
        install.put("team_id", App.TEAM).put("user_id", App.BOT_USER).put("is_bot", true);
        install.put("is_enterprise_install", false);
        return envelope;
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
