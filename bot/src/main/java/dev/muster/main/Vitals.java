package dev.muster.main;

import dev.muster.config.Settings;
import dev.muster.desk.Inbox.Depth;
import dev.muster.desk.Insights;
import dev.muster.desk.Part;
import dev.muster.desk.Promises.Backlog;
import dev.muster.schedule.Heartbeat;
import dev.muster.schedule.Loop;
import dev.muster.slack.Skew;
import dev.muster.slack.SocketMode;
import dev.muster.slack.Workspace;
import dev.muster.store.Store;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How the bot is: for whoever watches over it. */
final class Vitals {

    /** From then on what waits is in trouble. */
    static final Duration LATE = Duration.ofMinutes(5);
    /** With less than that nothing more can be promised. */
    static final long LITTLE_DISK = 50L * 1024 * 1024;

    private final Store store;
    private final Heartbeat heartbeat;
    private final Loop events;
    private final Workspace workspace;
    private final Skew skew;
    private final Presence presence;
    private final Settings settings;
    private final Optional<SocketMode> socket;
    private final InstantSource clock;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Vitals(
            Store store,
            Heartbeat heartbeat,
            Loop events,
            Workspace workspace,
            Skew skew,
            Presence presence,
            Settings settings,
            Optional<SocketMode> socket,
            InstantSource clock) {
        this.store = store;
        this.heartbeat = heartbeat;
        this.events = events;
        this.workspace = workspace;
        this.skew = skew;
        this.presence = presence;
        this.settings = settings;
        this.socket = socket;
        this.clock = clock;
        measure();
    }

    List<Part> parts() {
        return List.of(
                new Part("database", this::database),
                new Part("slack", this::slack),
                new Part("clock", skew::trouble),
                new Part("scheduler", () -> heartbeat.isAlive() ? "" : "has not rung for a while"),
                new Part("inbox", this::inbox),
                new Part("outbox", this::outbox),
                new Part("disk", this::disk));
    }

    String metrics() {
        return registry.scrape();
    }

    private void measure() {
        gauge("muster_inbox_waiting", "Events that are accepted and not yet worked in", () -> store.inbox()
                .depth()
                .waiting());
        gauge("muster_promises_overdue", "Promises that are due and not yet kept", () -> backlog()
                .overdue());
        gauge("muster_promises_given_up", "Promises that cannot be kept", () -> backlog()
                .givenUp());
        gauge(
                "muster_slack_up",
                "Whether Slack accepts the bot",
                () -> workspace.trouble().isEmpty() ? 1 : 0);
        gauge("muster_processes", "Processes that share the database", presence::count);
        gauge("muster_clock_ahead_seconds", "How far the clock is ahead of Slack's", () -> skew.ahead()
                .map(ahead -> ahead.toMillis() / 1000.0)
                .orElse(0.0));
        gauge("muster_scheduler_up", "Whether the scheduler rings", () -> heartbeat.isAlive() ? 1 : 0);
        new IncidentGauges(new Insights(store.archive(), store.incidents(), clock), clock).bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
    }

    private void gauge(String name, String help, Supplier<Number> value) {
        Gauge.builder(name, value).description(help).register(registry);
    }

    private Backlog backlog() {
        return store.promises().backlog(clock.instant());
    }

    private String database() {
        store.inbox().depth();
        return presence.trouble();
    }

    private String slack() {
        return socket.filter(open -> !open.isConnected())
                .map(open -> "the socket is not connected")
                .orElseGet(workspace::trouble);
    }

    private String inbox() {
        Depth depth = store.inbox().depth();
        boolean late = depth.oldest()
                .filter(at -> at.isBefore(clock.instant().minus(LATE)))
                .isPresent();
        return events.isAlive() && !late ? "" : depth.waiting() + " events wait";
    }

    private String outbox() {
        long overdue = store.promises().backlog(clock.instant().minus(LATE)).overdue();
        return overdue == 0 ? "" : overdue + " promises are late";
    }

    /** Where the database is a server, its disk is not ours to watch. */
    private String disk() {
        boolean little = Stores.location(settings)
                .file()
                .map(file -> file.toAbsolutePath().getParent())
                .map(folder -> folder.toFile().getUsableSpace() < LITTLE_DISK)
                .orElse(false);
        return little ? "less than 50 MiB are free" : "";
    }
}
