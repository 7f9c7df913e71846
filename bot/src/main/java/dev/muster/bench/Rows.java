package dev.muster.bench;

import dev.muster.desk.Search.Found;
import dev.muster.desk.Search.Query;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.UserId;
import dev.muster.store.Database;
import dev.muster.store.JdbiIncidents;
import dev.muster.store.JdbiTimelines;
import dev.muster.timeline.Chain;
import dev.muster.timeline.export.Exporter;
import dev.muster.timeline.export.Format;
import dev.muster.timeline.export.Glance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Reading from one file with very many rows: one incident of a fifth of them, and two hundred that share the rest. */
final class Rows {

    private static final int OTHERS = 200;
    private static final int PAGE = 100;
    private static final int FOUND = 20;

    private final Plan plan;
    private final Path folder;
    private final InstantSource clock;
    private final Table table;
    private final Lines lines = new Lines();

    Rows(Plan plan, Path folder, InstantSource clock, Table table) {
        this.plan = plan;
        this.folder = folder;
        this.clock = clock;
        this.table = table;
    }

    void run() throws Exception {
        Scene scene = new Scene(folder, clock);
        try (Database database = scene.open()) {
            JdbiIncidents incidents = new JdbiIncidents(database, clock);
            JdbiTimelines timelines = new JdbiTimelines(database, clock);
            table.title("%,d rows in one file".formatted(plan.rows()));
            List<IncidentId> ids = fill(scene, incidents);
            database.forget();
            pages(timelines, ids.get(0));
            searches(timelines, ids);
            export(incidents, timelines, ids.get(0));
        }
    }

    private List<IncidentId> fill(Scene scene, JdbiIncidents incidents) {
        long start = System.nanoTime();
        List<IncidentId> ids = new ArrayList<>();
        int each = plan.rows() * 4 / 5 / OTHERS;
        for (int index = 0; index <= OTHERS; index++) {
            ids.add(scene.declare(incidents, "C%08d".formatted(index)));
        }
        for (IncidentId id : ids.subList(1, ids.size())) {
            fill(incidents, id, each);
        }
        fill(incidents, ids.get(0), plan.rows() / 5);
        table.line("filled", Table.perSecond(plan.rows() / ((System.nanoTime() - start) / 1e9)), "");
        return ids;
    }

    private void fill(JdbiIncidents incidents, IncidentId id, int count) {
        for (int done = 0; done < count; done += 1_000) {
            incidents.record(id, lines.next(id, Math.min(1_000, count - done)));
        }
    }

    private void pages(JdbiTimelines timelines, IncidentId big) {
        long length = timelines.head(big).length();
        Random random = new Random(1);
        repeat("page of " + PAGE + " rows", () -> timelines.page(big, (long) (random.nextDouble() * length), PAGE));
    }

    private void searches(JdbiTimelines timelines, List<IncidentId> ids) {
        Query all = new Query(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Query.FIRST_PAGE,
                FOUND);
        Optional<IncidentId> small = Optional.of(ids.get(7));
        Optional<UserId> person = Optional.of(new UserId("U0BENCH3"));
        search(timelines, "a rare word", saying(all, Lines.RARE));
        search(timelines, "a common word", saying(all, Lines.COMMON));
        search(timelines, "two common words", saying(all, Lines.COMMON + " " + Lines.ALSO_COMMON));
        search(timelines, "two common words, never together", saying(all, Lines.NEVER + " " + Lines.WITH));
        search(timelines, "a prefix of a common word", saying(all, Lines.COMMON.substring(0, 4)));
        search(timelines, "a prefix of one letter", saying(all, Lines.COMMON.substring(0, 1)));
        search(
                timelines,
                "a common word in one incident",
                new Query(Lines.COMMON, small, all.by(), all.kind(), all.since(), all.until(), all.before(), FOUND));
        search(
                timelines,
                "a common word by one person",
                new Query(
                        Lines.COMMON,
                        all.incident(),
                        person,
                        all.kind(),
                        all.since(),
                        all.until(),
                        all.before(),
                        FOUND));
        search(
                timelines,
                "a rare kind",
                new Query(
                        "",
                        all.incident(),
                        all.by(),
                        Optional.of(Kind.PINNED),
                        all.since(),
                        all.until(),
                        all.before(),
                        FOUND));
        search(
                timelines,
                "a common word of a rare kind",
                new Query(
                        Lines.COMMON,
                        all.incident(),
                        all.by(),
                        Optional.of(Kind.PINNED),
                        all.since(),
                        all.until(),
                        all.before(),
                        FOUND));
    }

    private static Query saying(Query all, String words) {
        return new Query(
                words, all.incident(), all.by(), all.kind(), all.since(), all.until(), all.before(), all.most());
    }

    private void search(JdbiTimelines timelines, String what, Query query) {
        List<Found> found = timelines.search(query);
        repeat("search: " + what + " (" + found.size() + ")", () -> timelines.search(query));
    }

    private void repeat(String what, Runnable work) {
        int times = plan.isQuick() ? 3 : 200;
        Latencies cold = new Latencies();
        for (int count = 0; count < times; count++) {
            cold.time(work);
        }
        Latencies took = new Latencies();
        for (int count = 0; count < times; count++) {
            took.time(work);
        }
        table.line(what, Table.millis(took.at(0.5)), "p99 " + Table.millis(took.at(0.99)));
    }

    private void export(JdbiIncidents incidents, JdbiTimelines timelines, IncidentId big) throws IOException {
        Incident incident = incidents.get(big);
        double[] rates = new double[plan.rounds()];
        for (int round = 0; round < rates.length; round++) {
            long start = System.nanoTime();
            long rows = export(timelines, incident, folder.resolve("export.jsonl"));
            rates[round] = rows / ((System.nanoTime() - start) / 1e9);
        }
        table.line("export as JSON lines", Table.perSecond(Latencies.median(rates)), "");
    }

    /** As the command does it: once to see, once to write. */
    private static long export(JdbiTimelines timelines, Incident incident, Path file) {
        try (Writer to = Files.newBufferedWriter(file)) {
            Chain head = timelines.head(incident.id());
            Glance glance = new Glance();
            timelines.each(incident.id(), head, glance::see);
            Exporter exporter = new Exporter(Format.JSONL, incident, glance, to);
            exporter.begin();
            timelines.each(incident.id(), head, exporter::row);
            exporter.end(head);
            return head.length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
