package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.incident.Actor;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Declaration;
import dev.muster.incident.Declaring;
import dev.muster.incident.Entry;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Origin;
import dev.muster.incident.Severity;
import dev.muster.incident.UserId;
import dev.muster.store.Database;
import dev.muster.store.JdbiIncidents;
import dev.muster.store.JdbiTimelines;
import dev.muster.store.Location;
import dev.muster.timeline.Chain;
import dev.muster.timeline.ExportVerification;
import dev.muster.timeline.RowNumbers;
import dev.muster.timeline.Verification;
import dev.muster.timeline.export.Exporter;
import dev.muster.timeline.export.Format;
import dev.muster.timeline.export.Glance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row that was changed, taken out, put in or moved is found, in the database and in an export, and it is named. */
class TamperingTest {

    private static final int TAMPERINGS = 1_000;
    private static final int ROWS = 30;
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123Z");
    private static final Actor ANN = new Actor(new UserId("U0ANN"), "Ann");
    private static final IncidentId ID = new IncidentId(1);
    private static final List<String> TEXTS = List.of(
            "kind",
            "actor_id",
            "actor_name",
            "text",
            "data",
            "source",
            "channel",
            "ts",
            "thread_ts",
            "salt",
            "content",
            "hash",
            "previous");
    private static final List<String> NUMBERS = List.of("at", "recorded_at", "key_moment");

    @TempDir
    Path folder;

    private final List<String> statements = new ArrayList<>();
    private Database database;
    private JdbiTimelines timelines;
    private Chain head;

    @BeforeEach
    void write() {
        database = Database.open(Location.sqlite(folder.resolve("muster.db")));
        JdbiIncidents incidents = new JdbiIncidents(database, () -> NOON);
        timelines = new JdbiTimelines(database, () -> NOON);
        incidents.declare("request", id -> Declaring.declare(id, declaration(), NOON));
        for (int number = 1; number < ROWS; number++) {
            incidents.record(ID, List.of(entry(number)));
        }
        timelines.redact(ID, RowNumbers.of(List.of(7L, 8L)), rows -> Entry.ofBot(NOON, Kind.REDACTED, "Redacted")
                .with(Verification.REDACTED_ROWS, rows.toString()));
        head = timelines.head(ID);
        database.write(handle -> handle.execute("CREATE TABLE kept AS SELECT * FROM timeline"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isCompleteUntouchedWithWhatWasRedacted() {
        assertThat(inDatabase()).isEmpty();
        assertThat(inExport(export(Format.JSONL))).isEmpty();
    }

    @Test
    void findsTheFirstBadRowInEachOfAThousandTamperingsOfTheDatabase() {
        Random random = new Random(1);
        for (int number = 0; number < TAMPERINGS; number++) {
            long expected = tampered(random);
            assertThat(inDatabase()).as("tampering %d", number).satisfies(bad -> isFirst(bad, expected));
        }
    }

    @Test
    void findsTheFirstBadRowInEachOfAThousandTamperingsOfAnExport() {
        List<Map<String, Object>> rows = export(Format.JSONL);
        Random random = new Random(2);
        for (int number = 0; number < TAMPERINGS; number++) {
            List<Map<String, Object>> touched = copies(rows);
            long expected = tamper(touched, random);
            assertThat(inExport(touched)).as("tampering %d", number).satisfies(bad -> isFirst(bad, expected));
        }
    }

    /** When the line that explains why others are blank is touched, these are without an explanation. */
    private void isFirst(Optional<Long> bad, long expected) {
        assertThat(bad).isPresent();
        assertThat(bad.orElseThrow()).isIn(expected, expected >= head.length() ? 7L : expected);
    }

    private long tampered(Random random) {
        long expected = tamper(random);
        database.write(handle -> {
            statements.forEach(handle::execute);
            return statements.size();
        });
        statements.clear();
        return expected;
    }

    /** Changes something in the file, and says which row must be found. */
    private long tamper(Random random) {
        restore();
        long row = 1 + random.nextInt((int) head.length());
        switch (random.nextInt(4)) {
            case 0 -> change(row, random);
            case 1 -> run("DELETE FROM timeline WHERE seq = " + row);
            case 2 -> insert(row);
            default -> {
                long other = 1 + (row % head.length());
                run("UPDATE timeline SET seq = CASE seq WHEN %d THEN -1 ELSE -2 END WHERE seq IN (%d, %d)"
                        .formatted(row, row, other));
                run("UPDATE timeline SET seq = CASE seq WHEN -1 THEN %d ELSE %d END WHERE seq < 0"
                        .formatted(other, row));
                return Math.min(row, other);
            }
        }
        return row;
    }

    private void change(long row, Random random) {
        boolean text = random.nextBoolean();
        String column = text ? TEXTS.get(random.nextInt(TEXTS.size())) : NUMBERS.get(random.nextInt(NUMBERS.size()));
        String value = text
                ? "CASE WHEN %s IS NULL THEN 'x' ELSE %s END".formatted(column, other(column))
                : column.equals("key_moment") ? "1 - key_moment" : column + " + 1";
        run("UPDATE timeline SET %s = %s WHERE seq = %d".formatted(column, value, row));
    }

    private static String other(String column) {
        return switch (column) {
            case "kind" -> "CASE kind WHEN 'decision' THEN 'note' ELSE 'decision' END";
            case "data" -> "CASE data WHEN '{}' THEN '{\"more\":1}' ELSE '{}' END";
            case "channel" -> "'C0OTHER'";
            default -> column + " || 'x'";
        };
    }

    /** A forged row whose own hash is right takes the place of another, and those behind it move on. */
    private void insert(long row) {
        run("UPDATE timeline SET seq = -seq WHERE seq >= " + row);
        run("UPDATE timeline SET seq = 1 - seq WHERE seq < 0");
        run(
                "INSERT INTO timeline (incident_id, seq, at, recorded_at, kind, actor_id, actor_name, text, data, key_moment,"
                        + " salt, content, hash, previous) SELECT incident_id, " + row
                        + ", at, recorded_at, kind, actor_id,"
                        + " actor_name, 'forged', data, key_moment, salt, content, hash, previous FROM timeline WHERE seq = "
                        + (row + 1));
    }

    private void restore() {
        run("DELETE FROM timeline");
        run("INSERT INTO timeline SELECT * FROM kept");
    }

    private void run(String sql) {
        statements.add(sql);
    }

    private Optional<Long> inDatabase() {
        Verification verification = new Verification();
        timelines.each(ID, new Chain(Long.MAX_VALUE, ""), verification::next);
        verification.end(head);
        return verification.firstBad();
    }

    private static long tamper(List<Map<String, Object>> rows, Random random) {
        int index = random.nextInt(rows.size());
        switch (random.nextInt(4)) {
            case 0 -> change(rows.get(index), random);
            case 1 -> rows.remove(index);
            case 2 ->
                rows.add(
                        index,
                        new LinkedHashMap<>(rows.get((index + 1 + random.nextInt(rows.size() - 1)) % rows.size())));
            default -> {
                int other = (index + 1) % rows.size();
                Map<String, Object> moved = rows.set(index, rows.get(other));
                rows.set(other, moved);
                return Math.min(index, other) + 1L;
            }
        }
        return index + 1L;
    }

    private static void change(Map<String, Object> row, Random random) {
        List<String> names = new ArrayList<>(row.keySet());
        String name = names.get(random.nextInt(names.size()));
        Object value = row.get(name);
        if (random.nextInt(4) == 0) {
            row.put("more", "than there was");
        } else if (value instanceof String text) {
            row.put(name, text + "x");
        } else if (value instanceof Number number) {
            row.put(name, number.longValue() + 1);
        } else if (value instanceof Map<?, ?> && !name.equals("head")) {
            row.put(name, Map.of("other", "x"));
        } else {
            row.remove(name);
        }
    }

    private static Optional<Long> inExport(List<Map<String, Object>> rows) {
        ExportVerification verification = new ExportVerification();
        rows.forEach(verification::see);
        rows.forEach(verification::next);
        return verification.end();
    }

    private List<Map<String, Object>> export(Format format) {
        StringBuilder text = new StringBuilder();
        Glance glance = new Glance();
        timelines.each(ID, glance::see);
        Exporter exporter = new Exporter(format, new JdbiIncidents(database, () -> NOON).get(ID), glance, text);
        exporter.begin();
        timelines.each(ID, exporter::row);
        exporter.end(head);
        return text.toString().lines().map(TamperingTest::parse).toList();
    }

    private static List<Map<String, Object>> copies(List<Map<String, Object>> rows) {
        List<Map<String, Object>> copies = new ArrayList<>();
        rows.forEach(row -> copies.add(new LinkedHashMap<>(row)));
        return copies;
    }

    private static Map<String, Object> parse(String line) {
        try {
            return new ObjectMapper().readValue(line, new TypeReference<>() {});
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    private static Entry entry(int number) {
        MessageRef message = new MessageRef(new ChannelId("C0ROOM"), "17000000%02d.000100".formatted(number));
        Entry entry = Entry.of(NOON.plusSeconds(number), Kind.MESSAGE, ANN, "text " + number)
                .from(new Origin(
                        Optional.of("message:C0ROOM:" + message.ts()), Optional.of(message), Optional.empty()));
        return number % 3 == 0 ? entry.with("files", List.of(Map.of("id", "F" + number))) : entry;
    }

    private static Declaration declaration() {
        return new Declaration(
                "Checkout is down", Severity.SEV2, ANN, Map.of(), Optional.empty(), false, false, "request", "");
    }
}
