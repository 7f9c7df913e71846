package dev.muster.bench;

import dev.muster.bench.Load.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A stream that does not wait for answers: a usual one, and one that the reducer has to keep up with. */
final class Steady {

    private static final int CONNECTIONS = 32;
    private static final int USUAL = 500;
    private static final int MUCH = 3_000;

    private final Plan plan;
    private final Bots bots;
    private final Path folder;
    private final InstantSource clock;
    private final Table table;

    Steady(Plan plan, Bots bots, Path folder, InstantSource clock, Table table) {
        this.plan = plan;
        this.bots = bots;
        this.folder = folder;
        this.clock = clock;
        this.table = table;
    }

    void run() throws Exception {
        Scene scene = new Scene(folder, clock);
        scene.declare();
        Requests requests = new Requests(new Events(0), clock);
        try (SlackStub slack = new SlackStub();
                Bots.Running bot = bots.start(scene.settings(slack.apiUrl()));
                Waiting waiting = new Waiting(scene.url());
                Load load = new Load(bot.address(), requests, CONNECTIONS)) {
            load.flatOut(plan.warmUp());
            waiting.none();
            load.steadily(USUAL, plan.warmUp().dividedBy(3));
            usual(load);
            much(load, waiting);
        }
    }

    private void usual(Load load) throws IOException {
        Duration length = plan.stream(20);
        Result result = load.steadily(USUAL, length);
        table.title("A stream of " + USUAL + "/s for " + length.toSeconds() + " s");
        table.line("bot, durable before 200", Table.perSecond(result.perSecond()), result.took() + failed(result));
    }

    private void much(Load load, Waiting waiting) throws Exception {
        Duration length = plan.stream(30);
        String before = memory();
        List<Long> depths = new ArrayList<>();
        ScheduledExecutorService look = Executors.newSingleThreadScheduledExecutor();
        look.scheduleAtFixedRate(() -> depths.add(waiting.now()), 500, 1000, TimeUnit.MILLISECONDS);
        Result result = load.steadily(MUCH, length);
        look.shutdown();
        look.awaitTermination(5, TimeUnit.SECONDS);
        long left = waiting.now();
        long start = System.nanoTime();
        waiting.none();
        table.title("A stream of " + MUCH + "/s for " + length.toSeconds() + " s");
        table.line("bot, durable before 200", Table.perSecond(result.perSecond()), result.took() + failed(result));
        table.line(
                "events not worked in yet, each second",
                "max " + depths.stream().mapToLong(depth -> depth).max().orElse(0),
                "end " + left + ", worked in after " + Table.millis(System.nanoTime() - start) + "; " + depths);
        table.line("memory before", before, "");
        table.line("memory after", memory(), "");
    }

    private static String failed(Result result) {
        return result.failed() == 0 ? "" : ", NOT 200: " + result.failed();
    }

    /** What is in use once the garbage is gone, and what the system gives. */
    private static String memory() throws IOException {
        System.gc();
        Runtime java = Runtime.getRuntime();
        long used = java.totalMemory() - java.freeMemory();
        return String.format(Locale.ROOT, "heap %d MB, process %s", used >> 20, resident());
    }

    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? "unknown"
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MB")
                        .findFirst()
                        .orElse("unknown");
    }
}
