package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.BotProcess;
import dev.muster.testing.Databases;
import dev.muster.testing.Shell;
import dev.muster.testing.SignedRequests;
import dev.muster.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast it is, beside what does nothing else, and how that changes when much has been kept. The bench is that of the jar. */
class SpeedProof {

    private static final double LEAST_OF_BOLT = 0.5;
    private static final double LATE_MILLIS = 300;
    private static final double INSIGHTS_MILLIS = 1_000;
    private static final double SEARCH_MILLIS = 300;
    private static final double LEAST_OF_TWO = 0.5;
    private static final int HANDS = 16;

    @TempDir
    Path folder;

    @Test
    void events() throws Exception {
        Proof.that(
                        Part.COST,
                        "signed events to durable rows, beside an empty Bolt handler (limit half of it) and bare inserts")
                .seenRed("")
                .holds(trial -> {
                    String table = bench(trial, "INGEST");
                    double ofBolt = number(table, "ratio +([\\d.]+) × empty Bolt");
                    double ofInserts = number(table, "([\\d.]+) × bare inserts");
                    double perSecond = number(table, "bot, durable before 200 +([\\d,]+)/s");
                    trial.limit("an empty handler, by it", 1 / ofBolt, 1 / LEAST_OF_BOLT);
                    return "%,.0f/s over 8 connections: %.2f of an empty handler, %.2f of bare inserts"
                            .formatted(perSecond, ofBolt, ofInserts);
                });
    }

    @Test
    @LongOnly
    void stream() throws Exception {
        Proof.that(Part.COST, "500 events a second, each durable before its answer (limit p99 300 ms)")
                .seenRed("")
                .holds(trial -> {
                    String table = bench(trial, "STEADY");
                    Matcher line = found(table, "durable before 200 +([\\d,]+)/s +(.*)");
                    double p99 = number(line.group(2), "p99 ([\\d.]+)");
                    trial.limit("p99, ms", p99, LATE_MILLIS);
                    return line.group(1) + "/s: " + line.group(2).strip();
                });
    }

    @Test
    @LongOnly
    void past() throws Exception {
        Proof.that(Part.COST, "100,000 incidents: their figures (limit 1 s), and those like a new one (limit 300 ms)")
                .seenRed("")
                .holds(trial -> {
                    String table = bench(trial, "PAST");
                    double insights = number(table, "insights, all of them[^)]*\\) +([\\d.]+) ms");
                    double similar = number(table, "similar incidents of a new one[^)]*\\) +([\\d.]+) ms");
                    trial.limit("figures, ms", insights, INSIGHTS_MILLIS);
                    trial.limit("similar, ms", similar, SEARCH_MILLIS);
                    return "figures of all in %.0f ms, similar ones in %.0f ms, medians".formatted(insights, similar);
                });
    }

    @Test
    @LongOnly
    void rows() throws Exception {
        Proof.that(Part.COST, "1,000,000 rows in one file: a page and a search (limit p99 300 ms)")
                .seenRed("")
                .holds(trial -> {
                    String table = bench(trial, "ROWS");
                    double worst = Pattern.compile("p99 ([\\d.]+)")
                            .matcher(table)
                            .results()
                            .mapToDouble(each -> Double.parseDouble(each.group(1)))
                            .max()
                            .orElseThrow();
                    trial.limit("p99, ms", worst, SEARCH_MILLIS);
                    return "the slowest kind of reading: p99 %.0f ms".formatted(worst);
                });
    }

    /** Everything shares this machine, so what is compared is what several processes cost one another. */
    @Test
    @LongOnly
    void twoProcesses() throws Exception {
        Proof.that(Part.COST, "two processes on one PostgreSQL take as many events as one (limit half as many)")
                .seenRed("")
                .rounds(1, 5)
                .holds(trial -> {
                    List<Double> one = new ArrayList<>();
                    List<Double> two = new ArrayList<>();
                    try (Site site = Site.on(Databases.postgres())) {
                        BotProcess first = site.start();
                        BotProcess second = site.start();
                        String channel = site.workspace
                                .channel(site.declare("sev2 Loud"))
                                .orElseThrow()
                                .path("id")
                                .asText();
                        flatOut(site.workspace, List.of(first, second), channel);
                        for (int round = 0; round < trial.rounds; round++) {
                            one.add(flatOut(site.workspace, List.of(first), channel));
                            two.add(flatOut(site.workspace, List.of(first, second), channel));
                        }
                    }
                    double ratio = median(two) / median(one);
                    trial.limit("one, by two", 1 / ratio, 1 / LEAST_OF_TWO);
                    return "%,.0f/s by two, %,.0f/s by one: %.2f times as many on this machine"
                            .formatted(median(two), median(one), ratio);
                });
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static double flatOut(Workspace workspace, List<BotProcess> processes, String channel)
            throws InterruptedException {
        List<SignedRequests> doors = processes.stream()
                .map(process -> new SignedRequests(process.address, workspace.signingSecret()))
                .toList();
        int seconds = Proof.isLong() ? 10 : 1;
        AtomicInteger taken = new AtomicInteger();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        for (int hand = 0; hand < HANDS; hand++) {
            SignedRequests door = doors.get(hand % doors.size());
            hands.execute(() -> {
                while (System.nanoTime() < end) {
                    taken.addAndGet(send(door, channel));
                }
            });
        }
        hands.shutdown();
        assertThat(hands.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        return taken.get() / (double) seconds;
    }

    private static int send(SignedRequests door, String channel) {
        String message = SignedRequests.message(
                channel, SignedRequests.ts(), ",\"user\":\"U0ANN\",\"text\":\"Something that somebody says\"");
        String body = SignedRequests.envelope(SignedRequests.eventId(), message);
        return door.json(body).statusCode() == 200 ? 1 : 0;
    }

    private String bench(Trial trial, String part) {
        try (Workspace workspace = Workspace.builder().start()) {
            Shell shell = new Shell(workspace, Databases.sqlite(folder));
            String dir = folder.toString();
            String table = Proof.isLong()
                    ? shell.run("bench", "--only", part, "--dir", dir).ok()
                    : shell.run("bench", "--only", part, "--dir", dir, "--quick")
                            .ok();
            trial.step("%s", table.replace("%", "%%"));
            return table;
        }
    }

    private static double number(String text, String pattern) {
        return Double.parseDouble(found(text, pattern).group(1).replace(",", ""));
    }

    private static Matcher found(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found;
    }
}
