package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.testing.BotProcess;
import dev.muster.testing.BotRig;
import dev.muster.testing.Databases;
import dev.muster.testing.Shell;
import dev.muster.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that an early revision of this program made goes on with the jar that is shipped, however its start goes. */
class UpgradeProof {

    /** What made the database; its export is what that program said of it. */
    private static final String REVISION = "2563a08";

    /** What a later version knows besides, and what it counts anew: every row has a salt since. */
    private static final List<String> ANEW = List.of("salt", "hash", "previous", "source", "head");

    /** Whoever is reminded works always, so that no test has to wait for Monday. */
    private static final Map<String, String> SETTINGS = Map.of(
            "MUSTER_ACTIONS_WORKING_DAYS", "mon,tue,wed,thu,fri,sat,sun",
            "MUSTER_ACTIONS_WORKING_FROM", "00:00",
            "MUSTER_ACTIONS_WORKING_TO", "23:59",
            "MUSTER_ACTIONS_REMIND_AT", "00:00");

    private static final int KILLS = Proof.isLong() ? 5 : 1;
    private static final int START_MILLIS = 4_000;
    private static final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void anOldDatabaseGoesOn() throws Exception {
        Proof.that(Part.OPERATION, "upgrade: a database of an early revision goes on, though killed in its migration")
                .seenRed("migrations outside of a transaction")
                .rounds(1, 40)
                .holds(trial -> {
                    int rows = 0;
                    for (int round = 0; round < trial.rounds; round++) {
                        rows += upgraded(trial, Files.createDirectory(folder.resolve("round" + round)));
                    }
                    return "%d upgrades of revision %s, %d times killed on the way, %,d rows kept"
                            .formatted(trial.rounds, REVISION, trial.rounds * KILLS, rows);
                });
    }

    private static int upgraded(Trial trial, Path place) throws Exception {
        String database = Databases.sqlite(place);
        Files.write(place.resolve("muster.db"), new GZIPInputStream(resource(".db.gz")).readAllBytes());
        Map<String, List<JsonNode>> before = before();
        try (Site site = new Site(Site.impatient(), database, SETTINGS)) {
            rooms(site.workspace, before);
            for (int kill = 0; kill < KILLS; kill++) {
                killAfter(trial.random.nextInt(START_MILLIS), site, trial);
            }
            site.start();
            site.settle();
            assertThat(site.type("timeline", "verify").ok()).contains("INC-1: complete", "INC-3: complete");
            before.forEach((incident, rows) -> assertKept(rows, site.timeline(incident)));
            assertGoesOn(site);
            if (Proof.isLong()) {
                movesToPostgres(site, place, before);
            }
        }
        return before.values().stream().mapToInt(List::size).sum();
    }

    private static void killAfter(int millis, Site site, Trial trial) throws Exception {
        trial.step("killed %d ms after its start", millis);
        Process process =
                BotProcess.launch(List.of(), BotRig.environment(site.workspace, site.database, SETTINGS), "serve");
        TimeUnit.MILLISECONDS.sleep(millis);
        process.destroyForcibly().waitFor();
    }

    /** The channels as they were, with the bot in them. */
    private static void rooms(Workspace workspace, Map<String, List<JsonNode>> before) {
        before.forEach((incident, rows) -> {
            String id = rows.get(1).at("/data/channel").asText();
            String made =
                    workspace.as("ann").create(rows.get(1).path("text").asText().replaceAll(".*#", ""), false);
            workspace.as("ann").invite(made, "muster");
            List.of("bob", "cleo").forEach(person -> workspace.as("ann").invite(made, person));
            workspace.rekey(made, id);
        });
    }

    private static void assertKept(List<JsonNode> before, List<JsonNode> after) {
        assertThat(after).hasSizeGreaterThanOrEqualTo(before.size());
        for (int row = 0; row < before.size(); row++) {
            assertThat(plain(after.get(row))).isEqualTo(plain(before.get(row)));
        }
    }

    private static Map<String, JsonNode> plain(JsonNode row) {
        Map<String, JsonNode> fields = new TreeMap<>();
        row.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        ANEW.forEach(fields::remove);
        return fields;
    }

    private static void assertGoesOn(Site site) {
        BotRig.await("the reminder that was promised", Site.PATIENCE, () -> reminded(site) == 1);
        String room = site.workspace.channels().stream()
                .map(channel -> channel.path("name").asText())
                .filter(name -> name.startsWith("inc-1-"))
                .findFirst()
                .orElseThrow();
        for (String words : List.of("update The old release is back", "resolve It holds", "close")) {
            assertThat(site.say("ann", room, words).ok()).as(words).isTrue();
        }
        site.settle();
        assertThat(site.timeline("INC-1").toString()).contains("The old release is back", "It holds");
        assertThat(reminded(site)).isEqualTo(1);
        assertThat(site.type("timeline", "verify").ok()).contains("INC-1: complete");
    }

    private static long reminded(Site site) {
        return Said.to(site.workspace, site.workspace.actor("bob")).stream()
                .filter(said -> said.text().contains("Alert when checkout is slower than 300 ms"))
                .filter(said -> said.key().contains("/REMIND/"))
                .count();
    }

    /** The early revision could not export; what it made goes to PostgreSQL by way of this one. */
    private static void movesToPostgres(Site site, Path place, Map<String, List<JsonNode>> before) throws IOException {
        site.close();
        String moving = place.resolve("moving").toString();
        site.type("export", moving).ok();
        Shell other = new Shell(site.workspace, Databases.postgres(), SETTINGS);
        other.run("import", moving).ok();
        assertThat(other.run("timeline", "verify").ok()).contains("INC-1: complete", "INC-3: complete");
        for (Map.Entry<String, List<JsonNode>> incident : before.entrySet()) {
            String lines = other.run("timeline", "export", incident.getKey(), "--format", "jsonl")
                    .ok();
            assertKept(incident.getValue(), rows(lines));
        }
    }

    /** What the early revision exported, by incident. */
    private static Map<String, List<JsonNode>> before() throws IOException {
        Map<String, List<JsonNode>> incidents = new TreeMap<>();
        List<JsonNode> rows = List.of();
        for (JsonNode row : rows(new String(resource(".jsonl").readAllBytes(), StandardCharsets.UTF_8))) {
            if (row.path("seq").asInt() == 1) {
                rows = new ArrayList<>();
                incidents.put("INC-" + (incidents.size() + 1), rows);
            }
            rows.add(row);
        }
        return incidents;
    }

    private static List<JsonNode> rows(String lines) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : lines.lines().filter(text -> text.startsWith("{")).toList()) {
            rows.add(json.readTree(line));
        }
        return rows;
    }

    private static InputStream resource(String ending) {
        return Objects.requireNonNull(UpgradeProof.class.getResourceAsStream("/upgrade/" + REVISION + ending), ending);
    }
}
