package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.prove.RawHttp.Fuzzed;
import dev.muster.prove.Samples.Sample;
import dev.muster.testing.BotProcess;
import dev.muster.testing.Databases;
import dev.muster.testing.SignedRequests;
import dev.muster.workspace.Answer;
import dev.muster.workspace.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever comes in over HTTP, nothing breaks: what Slack could have signed is answered, and what others send leaves no
 * trace. Seen to fail when a signature of any age counts, and by faults of ours that it has found.
 */
class FuzzProof {

    private static final int CONNECTIONS = 4;
    private static final int MOST_MEGABYTES = 512;
    private static final long PATIENCE_MILLIS = 3_000;

    /** As in a container of that size. */
    private static final Map<String, String> SETTINGS = Map.of("JAVA_TOOL_OPTIONS", "-Xmx256m");

    /** One in so many looks at a page. */
    private static final int PAGES = 10;

    @TempDir
    Path folder;

    @Test
    void answersAnythingAndKeepsNothingOfStrangers() throws Exception {
        Proof.that(Part.INPUT, "fuzzed requests: never a 5xx, no row and no call from strangers")
                .seenRed(
                        "a signature of any age counts; a charset that does not exist, a bare NUL, an endless event id, "
                                + "an unknown method, a button or command without a channel, a shortcut without a ts got a 5xx")
                .rounds(2_000, 100_000)
                .holds(trial -> {
                    try (Site site = new Site(Site.impatient(), database(trial), SETTINGS)) {
                        BotProcess process = site.start();
                        String room = site.declare("sev3 Checkout is slow");
                        Fuzzing fuzzing = new Fuzzing(trial, process, site, Samples.of(site, room));
                        site.rest();

                        Traces before = Traces.of(site);
                        Map<Integer, Long> strangers = fuzzing.send(Fuzzer::unsigned);
                        assertThat(before.changed(Traces.of(site)))
                                .as("what strangers have changed")
                                .isEmpty();
                        Map<Integer, Long> slack = fuzzing.send(Fuzzer::signed);

                        long millis = answers(site, room);
                        long megabytes = megabytes(process);
                        assertThat(megabytes).as("resident MB").isLessThan(MOST_MEGABYTES);
                        return "strangers %s, Slack's %s, a command answered in %d ms, %d MB"
                                .formatted(strangers, slack, millis, megabytes);
                    }
                });
    }

    /** The stricter one half of the time. */
    private String database(Trial trial) {
        return trial.random.nextBoolean() ? Databases.postgres() : Databases.sqlite(folder);
    }

    private static long answers(Site site, String room) {
        Answer answer = site.say("ann", room, "note It still works");
        assertThat(answer.error()).isEmpty();
        assertThat(answer.millis()).isLessThan(PATIENCE_MILLIS);
        return answer.millis();
    }

    private static long megabytes(BotProcess process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /**
     * What strangers must not add to: rows, table by table, and calls of Slack. Who is at work says so every few seconds, and
     * asks every half minute whether Slack is there.
     */
    private record Traces(Map<String, String> rows, List<String> calls) {

        static Traces of(Site site) {
            Map<String, String> rows = new TreeMap<>(site.disk.contents());
            rows.keySet().removeIf(place -> place.startsWith("the file") || place.equals("the table processes"));
            List<String> calls = site.workspace.calls().stream()
                    .map(Call::method)
                    .filter(method -> !method.equals("auth.test"))
                    .toList();
            return new Traces(rows, calls);
        }

        List<String> changed(Traces after) {
            List<String> changed = new ArrayList<>();
            after.rows.forEach((place, now) -> {
                if (!now.equals(rows.get(place))) {
                    changed.add(place + ": " + rows.get(place) + " became " + now);
                }
            });
            changed.addAll(after.calls.subList(calls.size(), after.calls.size()));
            return changed;
        }
    }

    /** Several who send at once, each by a chance of its own. */
    private static final class Fuzzing {

        private final Trial trial;
        private final BotProcess process;
        private final SignedRequests slack;
        private final List<Sample> samples;
        private final Queue<String> faults = new ConcurrentLinkedQueue<>();

        Fuzzing(Trial trial, BotProcess process, Site site, List<Sample> samples) {
            this.trial = trial;
            this.process = process;
            this.samples = samples;
            this.slack = new SignedRequests(process.address, site.workspace.signingSecret());
        }

        /** How often each status came. */
        Map<Integer, Long> send(Function<Fuzzer, Fuzzed> how) throws Exception {
            ExecutorService hands = Executors.newFixedThreadPool(CONNECTIONS);
            try {
                List<Callable<Map<Integer, Long>>> all = LongStream.range(0, CONNECTIONS)
                        .mapToObj(number -> sender(new Random(trial.random.nextLong()), how))
                        .toList();
                Map<Integer, Long> statuses = new TreeMap<>();
                for (Future<Map<Integer, Long>> each : new ArrayList<>(hands.invokeAll(all))) {
                    each.get().forEach((status, times) -> statuses.merge(status, times, Long::sum));
                }
                assertThat(faults).as("answers that say that it is our fault").isEmpty();
                return statuses;
            } finally {
                hands.shutdownNow();
            }
        }

        private Callable<Map<Integer, Long>> sender(Random random, Function<Fuzzer, Fuzzed> how) {
            Fuzzer fuzzer = new Fuzzer(random, samples, slack);
            return () -> {
                Map<Integer, Long> statuses = new TreeMap<>();
                try (RawHttp line = new RawHttp(process.address)) {
                    for (int left = trial.rounds / 2 / CONNECTIONS; left > 0; left--) {
                        Fuzzed request = random.nextInt(PAGES) == 0 ? fuzzer.page() : how.apply(fuzzer);
                        int status = line.send(request);
                        statuses.merge(status, 1L, Long::sum);
                        look(request, status);
                    }
                }
                return statuses;
            };
        }

        private void look(Fuzzed request, int status) {
            if (status >= 500) {
                trial.step("%d: %s", status, request.told());
                faults.add(status + ": " + request.told());
            }
        }
    }
}
