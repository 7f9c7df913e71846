package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.desk.Search.Query;
import dev.muster.incident.Actor;
import dev.muster.incident.Declaration;
import dev.muster.incident.Declaring;
import dev.muster.incident.Impact;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Samples;
import dev.muster.incident.Severity;
import dev.muster.incident.UserId;
import dev.muster.insight.Mark;
import dev.muster.runbook.Action;
import dev.muster.runbook.Setup;
import dev.muster.runbook.Work;
import dev.muster.testing.Databases;
import dev.muster.timeline.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database of the first version goes on: nothing in it is lost, and its timelines can be verified and searched. */
class UpgradeTest {

    private static final IncidentId ID = new IncidentId(1);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123Z");
    private static final int ROWS = 2_500;

    private static final String RUN =
            "{\"incident\":{\"number\":1},\"number\":1,\"runbook\":\"disk\",\"version\":\"aaaaaaaaaaaa\",\"results\":{},\"stopped\":false}";
    private static final String BOOK =
            """
            {"id":"disk","version":"aaaaaaaaaaaa","title":"Disk","owners":[],"tags":[],"steps":[{"id":"look","title":"Look",
            "kind":"CHECK","text":"","expect":null,"why":null,"role":null}]}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgres"})
    void bringsTheFirstVersionUpToDate(String engine) {
        String url = engine.equals("sqlite") ? Databases.sqlite(folder) : Databases.postgres();
        Jdbi.create(url).useTransaction(UpgradeTest::firstVersion);

        try (Database database = Database.open(new Location(url, Optional.empty(), Optional.empty()))) {
            JdbiTimelines timelines = new JdbiTimelines(database, () -> NOON);
            Verification verification = new Verification();
            timelines.each(ID, verification::next);
            verification.end(timelines.head(ID));

            assertThat(verification.firstBad()).isEmpty();
            assertThat(verification.verified().length()).isEqualTo(ROWS);
            assertThat(new JdbiIncidents(database, () -> NOON).get(ID).facts().held())
                    .isFalse();
            JdbiArchive archive = new JdbiArchive(database);
            assertThat(archive.get(List.of(ID))).singleElement().satisfies(counted -> assertThat(counted.severity())
                    .isEqualTo(Severity.SEV2));
            assertThat(archive.newest(Mark.word("checkout"), 1)).containsExactly(ID);
            JdbiRuns runs = new JdbiRuns(database, () -> NOON);
            assertThat(runs.get(ID, 1).setup()).isEqualTo(Setup.NONE);
            assertThat(runs.get(ID, 1).work()).isEqualTo(Work.NONE);
            assertThat(runs.last("disk").orElseThrow().step("look").kind()).isEqualTo(Action.Kind.CHECK);
            assertThat(timelines.find(ID, 7).orElseThrow().entry().text()).isEqualTo("word7");
            assertThat(timelines.search(query("word7 ")))
                    .extracting(found -> found.row().seq())
                    .contains(7L);
        }
    }

    /** What was known of an impact before there was more to know. */
    @Test
    void knowsNoMoreOfAnImpactThanWasSaid() {
        Location location = Location.sqlite(folder.resolve("muster.db"));
        try (Database database = Database.open(location)) {
            IncidentId id = new JdbiIncidents(database, () -> NOON)
                    .declare("o", next -> Declaring.declare(next, Samples.declaration("Checkout is down"), NOON))
                    .id();
            database.write(handle -> {
                handle.execute("UPDATE incidents SET state = json_remove(state, '$.conduct.impact.detail')");
                for (String table : List.of("case_marks", "case_items", "cases", "scores")) {
                    handle.execute("DROP TABLE " + table);
                }
                return handle.execute("DELETE FROM migrations WHERE version >= 9");
            });
            assertThat(id).isEqualTo(ID);
        }

        try (Database database = Database.open(location)) {
            assertThat(new JdbiIncidents(database, () -> NOON).get(ID).conduct().impact())
                    .isEqualTo(Impact.UNKNOWN);
        }
    }

    private static Query query(String words) {
        return new Query(
                words,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Query.FIRST_PAGE,
                5_000);
    }

    private static void firstVersion(Handle handle) {
        handle.execute("CREATE TABLE migrations (version INTEGER PRIMARY KEY)");
        handle.createScript(sql()).executeAsSeparateStatements();
        handle.execute("INSERT INTO migrations (version) VALUES (1)");
        Incident incident = Declaring.declare(ID, declaration(), NOON).incident();
        String state = StateJson.write(incident)
                .replace(",\"held\":false", "")
                .replaceFirst(",\"diagnosis\":\\{[^}]*}", "")
                .replaceFirst(",\"cadence\":\\{[^}]*}", "");
        assertThat(state).doesNotContain("held", "diagnosis", "cadence");
        handle.execute(
                "INSERT INTO incidents (id, version, origin, stage, state, entries, head)"
                        + " VALUES (1, 0, 'request', 'DETECTED', ?, ?, 'old')",
                state,
                ROWS);
        handle.execute("INSERT INTO runs (incident_id, number, state) VALUES (1, 1, ?)", RUN);
        handle.execute(
                "INSERT INTO runbooks (id, version, content, first_seen) VALUES ('disk', 'aaaaaaaaaaaa', ?, 0)", BOOK);
        for (int seq = 1; seq <= ROWS; seq++) {
            handle.execute(
                    "INSERT INTO timeline (incident_id, seq, at, recorded_at, kind, text, text_hash, data, source,"
                            + " key_moment, hash, previous) VALUES (1, ?, ?, ?, 'note', ?, 'old', '{}', ?, 0, 'old', 'old')",
                    seq,
                    NOON.toEpochMilli(),
                    NOON.toEpochMilli(),
                    "word" + seq,
                    "source" + seq);
        }
    }

    private static String sql() {
        try (InputStream file =
                Objects.requireNonNull(Database.class.getResourceAsStream("/db/V1__muster.sql"), "V1")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Declaration declaration() {
        Actor ann = new Actor(new UserId("U0ANN"), "Ann");
        return new Declaration(
                "Checkout is down", Severity.SEV2, ann, Map.of(), Optional.empty(), false, false, "request", "");
    }
}
