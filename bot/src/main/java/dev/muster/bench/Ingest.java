package dev.muster.bench;

import dev.muster.bench.Load.Result;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Signed events a second, from HTTP to the durable row before the answer: the bot, beside an empty Bolt app, which does
 * less, and beside bare inserts, which do nothing else.
 */
final class Ingest {

    private static final int[] CONNECTIONS = {8, 32};

    private final Plan plan;
    private final Bots bots;
    private final Path folder;
    private final InstantSource clock;
    private final Table table;

    Ingest(Plan plan, Bots bots, Path folder, InstantSource clock, Table table) {
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
                EmptyBolt empty = new EmptyBolt();
                Inserts inserts = new Inserts(folder.resolve("inserts.db"));
                Waiting waiting = new Waiting(scene.url())) {
            flatOut(bot.address(), requests, 32, plan.warmUp());
            flatOut(empty.address(), requests, 32, plan.warmUp());
            inserts.run(32, plan.warmUp().dividedBy(4));
            for (int connections : CONNECTIONS) {
                measure(bot.address(), empty.address(), inserts, requests, waiting, connections);
            }
            table.line("kept", waiting.accepted() + " events", "");
        }
    }

    private void measure(URI bot, URI empty, Inserts inserts, Requests requests, Waiting waiting, int connections)
            throws Exception {
        Rounds ours = new Rounds();
        Rounds bolts = new Rounds();
        List<Double> rows = new ArrayList<>();
        for (int round = 0; round < plan.rounds(); round++) {
            waiting.none();
            ours.add(flatOut(bot, requests, connections, plan.round()));
            waiting.none();
            bolts.add(flatOut(empty, requests, connections, plan.round()));
            rows.add(inserts.run(connections, plan.round()));
        }
        double bare = Latencies.median(rows.stream().mapToDouble(each -> each).toArray());
        table.title("Flat out over " + connections + " connections, medians of " + plan.rounds() + " rounds");
        table.line("bot, durable before 200", Table.perSecond(ours.perSecond()), ours.toString());
        table.line("empty Bolt handler", Table.perSecond(bolts.perSecond()), bolts.toString());
        table.line("bare inserts, " + connections + " a commit", Table.perSecond(bare), "");
        table.line(
                "ratio",
                Table.ratio(ours.perSecond(), bolts.perSecond(), "empty Bolt"),
                Table.ratio(ours.perSecond(), bare, "bare inserts"));
    }

    private static Result flatOut(URI address, Requests requests, int connections, Duration length) throws IOException {
        try (Load load = new Load(address, requests, connections)) {
            return load.flatOut(length);
        }
    }

    /** What the rounds of one came to. */
    private static final class Rounds {
        private final List<Double> rates = new ArrayList<>();
        private Duration cpu = Duration.ZERO;
        private final Latencies took = new Latencies();
        private int failed;

        void add(Result result) {
            cpu = cpu.plus(result.cpu());
            rates.add(result.perSecond());
            took.addAll(result.took());
            failed += result.failed();
        }

        double perSecond() {
            return Latencies.median(rates.stream().mapToDouble(rate -> rate).toArray());
        }

        @Override
        public String toString() {
            return took + ", processor " + cpu.toNanos() / 1000 / Math.max(1, took.count()) + " µs"
                    + (failed == 0 ? "" : ", NOT 200: " + failed);
        }
    }
}
