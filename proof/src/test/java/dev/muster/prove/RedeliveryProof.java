package dev.muster.prove;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testing.BotProcess;
import dev.muster.testing.Databases;
import dev.muster.testing.SignedRequests;
import dev.muster.workspace.Acting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slack delivers an event up to four times, in any order, to several processes at the same instant, and once more after a
 * restart: each has one effect, and every delivery is answered with 200. So it is with commands that are sent twice.
 */
class RedeliveryProof {

    private static final int DELIVERIES = 4;
    private static final int HANDS = 8;

    @TempDir
    Path folder;

    @Test
    @LongOnly
    void onePostgresAndTwoProcesses() throws Exception {
        Proof.that(Part.LOSS, "1-4 deliveries, shuffled, at once, to two processes on PostgreSQL: one effect each")
                .seenRed("")
                .rounds(60, 5_000)
                .holds(trial -> deliver(trial, Databases.postgres(), 2));
    }

    @Test
    void oneProcessOnSqlite() throws Exception {
        Proof.that(Part.LOSS, "1-4 deliveries, shuffled, at once, to one process on SQLite: one effect each")
                .seenRed("")
                .rounds(60, 5_000)
                .holds(trial -> deliver(trial, Databases.sqlite(folder), 1));
    }

    private static String deliver(Trial trial, String database, int processes) throws Exception {
        try (Site site = Site.on(database)) {
            List<BotProcess> all = new ArrayList<>();
            for (int number = 0; number < processes; number++) {
                all.add(site.start());
            }
            String room = site.declare("sev2 Told again");
            site.settle();
            site.workspace.holdEvents();
            Map<String, String> wanted = talk(site.workspace.as("ann"), room, trial);
            List<String> envelopes =
                    site.workspace.heldEvents().stream().map(JsonNode::toString).toList();
            site.workspace.forgetHeldEvents();

            int sent = send(repeated(envelopes, trial.random), doors(site, all), trial.random);
            BotProcess restarted = restart(site, all);
            sent += send(envelopes, doors(site, List.of(restarted)), trial.random);
            site.settle();

            assertOnce(wanted, site.timeline("INC-1"));
            return "%,d deliveries of %,d events".formatted(sent, envelopes.size());
        }
    }

    private static BotProcess restart(Site site, List<BotProcess> all) {
        all.get(0).kill();
        return site.start();
    }

    /** Words, some of them changed, some of them taken back; what must stand there in the end, by how it begins. */
    private static Map<String, String> talk(Acting ann, String room, Trial trial) {
        Map<String, String> wanted = new java.util.TreeMap<>();
        for (int number = 1; number <= trial.rounds; number++) {
            String name = "Word %d.".formatted(number);
            String ts = ann.post(room, name + " first");
            wanted.put(name, name + " first");
            if (trial.random.nextInt(4) == 0) {
                ann.edit(room, ts, name + " second");
                wanted.put(name, name + " second");
            }
            if (trial.random.nextInt(8) == 0) {
                ann.react(room, ts, "eyes");
            }
        }
        return wanted;
    }

    private static List<String> repeated(List<String> envelopes, Random random) {
        List<String> all = new ArrayList<>();
        envelopes.forEach(each -> all.addAll(Collections.nCopies(1 + random.nextInt(DELIVERIES), each)));
        Collections.shuffle(all, random);
        return all;
    }

    private static List<SignedRequests> doors(Site site, List<BotProcess> processes) {
        return processes.stream()
                .map(process -> new SignedRequests(process.address, site.workspace.signingSecret()))
                .toList();
    }

    /** Many hands send at once; every answer must be 200. */
    private static int send(List<String> bodies, List<SignedRequests> doors, Random random) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        List<Callable<Integer>> sends = new ArrayList<>();
        bodies.forEach(body -> {
            SignedRequests door = doors.get(random.nextInt(doors.size()));
            sends.add(() -> door.json(body).statusCode());
        });
        for (Future<Integer> status : hands.invokeAll(sends)) {
            assertThat(status.get()).isEqualTo(200);
        }
        hands.shutdown();
        return bodies.size();
    }

    /** Each wording of each message has one row, and the last one is the last. */
    private static void assertOnce(Map<String, String> wanted, List<JsonNode> timeline) {
        List<String> texts = timeline.stream()
                .map(row -> row.path("text").asText())
                .filter(text -> text.startsWith("Word "))
                .toList();
        assertThat(texts.stream().collect(groupingBy(Function.identity(), counting())))
                .as("rows of each wording")
                .allSatisfy((text, count) -> assertThat(count).as(text).isEqualTo(1));
        assertThat(texts).containsAll(wanted.values());
        List<String> made = timeline.stream()
                .filter(row -> row.path("kind").asText().equals("message"))
                .map(row -> row.path("text").asText())
                .toList();
        assertThat(made).hasSize(wanted.size());
    }
}
