package dev.muster.bench;

import dev.muster.config.SettingsFile;
import dev.muster.desk.Insights;
import dev.muster.desk.Recall;
import dev.muster.incident.Incident;
import dev.muster.insight.Figures;
import dev.muster.insight.Period;
import dev.muster.store.Database;
import dev.muster.store.JdbiArchive;
import dev.muster.store.JdbiIncidents;
import dev.muster.store.JdbiReviews;
import dev.muster.store.JdbiTimelines;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What very many closed incidents come to, and which of them a new one is like. */
final class Past {

    private static final int MANY = 100_000;
    private static final int FEW = 300;
    private static final int WRITERS = 16;
    private static final int NEW = 50;
    private static final Duration YEARS = Duration.ofDays(3 * 365);

    private final Plan plan;
    private final Path folder;
    private final InstantSource clock;
    private final Table table;
    private final Stories stories =
            new Stories(SettingsFile.read(Map.of()).house().handbook());

    Past(Plan plan, Path folder, InstantSource clock, Table table) {
        this.plan = plan;
        this.folder = folder;
        this.clock = clock;
        this.table = table;
    }

    void run() throws Exception {
        int cases = plan.isQuick() ? FEW : MANY;
        table.title("%,d closed incidents".formatted(cases));
        try (Database database = new Scene(folder, clock).open()) {
            JdbiIncidents incidents = new JdbiIncidents(database, clock);
            long start = System.nanoTime();
            fill(incidents, cases);
            table.line("written", Table.perSecond(cases / ((System.nanoTime() - start) / 1e9)), "");
            database.forget();
            JdbiArchive archive = new JdbiArchive(database);
            insights(new Insights(archive, incidents, clock));
            similar(
                    incidents,
                    new Recall(
                            archive, incidents, new JdbiTimelines(database, clock), new JdbiReviews(database, clock)),
                    cases);
        }
    }

    private void fill(JdbiIncidents incidents, int cases) throws Exception {
        Instant begin = clock.instant().minus(YEARS);
        Duration step = YEARS.dividedBy(cases + 1L);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Incident>> all = new ArrayList<>();
            for (int number = 1; number <= cases; number++) {
                int one = number;
                Instant at = begin.plus(step.multipliedBy(number));
                all.add(() -> incidents.declare("bench-" + one, id -> stories.whole(one, id, at)));
            }
            for (Future<Incident> written : writers.invokeAll(all)) {
                written.get();
            }
        } finally {
            writers.shutdown();
        }
    }

    private void insights(Insights insights) {
        Instant now = clock.instant();
        repeat("insights, all of them", () -> insights.of(Period.last(YEARS, now), incident -> true));
        repeat("insights, 90 days", () -> insights.of(Period.last(Duration.ofDays(90), now), incident -> false));
    }

    private void repeat(String what, Callable<Figures> work) {
        int rounds = plan.isQuick() ? 3 : 30;
        Latencies took = new Latencies();
        int count = 0;
        for (int warmUp = 0; warmUp < rounds; warmUp++) {
            count = timed(new Latencies(), work).count();
        }
        Duration before = Cpu.used();
        for (int round = 0; round < rounds; round++) {
            timed(took, work);
        }
        String each = Cpu.perPiece(before, rounds) + " of a processor each";
        table.line(
                "%s (%,d counted)".formatted(what, count),
                Table.millis(took.at(0.5)),
                "p99 %s, %s".formatted(Table.millis(took.at(0.99)), each));
    }

    private static <T> T timed(Latencies took, Callable<T> work) {
        try {
            long start = System.nanoTime();
            T result = work.call();
            took.add(System.nanoTime() - start);
            return result;
        } catch (Exception e) {
            throw new IllegalStateException("could not be measured", e);
        }
    }

    private void similar(JdbiIncidents incidents, Recall recall, int cases) {
        Latencies first = new Latencies();
        Latencies again = new Latencies();
        int found = 0;
        for (int number = 1; number <= NEW; number++) {
            long one = 10_000_000L + number;
            Incident fresh = incidents.declare("bench-" + one, id -> stories.fresh(one, id, clock.instant()));
            found += timed(
                                    first,
                                    () -> recall.like(
                                            fresh, incident -> !incident.facts().isPrivate()))
                            .isEmpty()
                    ? 0
                    : 1;
            timed(again, () -> recall.like(fresh, incident -> true));
        }
        table.line(
                "similar incidents of a new one (%d of %d have some)".formatted(found, NEW),
                Table.millis(first.at(0.5)),
                "p99 " + Table.millis(first.at(0.99)) + ", of " + cases);
        table.line("the same, asked again", Table.millis(again.at(0.5)), "p99 " + Table.millis(again.at(0.99)));
    }
}
