package dev.muster.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.muster.desk.Archive;
import dev.muster.desk.Search.Query;
import dev.muster.incident.IncidentId;
import dev.muster.insight.Case;
import dev.muster.insight.Mark;
import dev.muster.insight.OpenItem;
import dev.muster.insight.Period;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Incidents as they are counted and recalled, in the database. */
public final class JdbiArchive implements Archive {

    private static final int FETCH = 2_000;

    private static final String EACH =
            "SELECT " + CaseReading.COUNTED + " FROM cases WHERE declared_at >= ? AND declared_at < ?";

    /** Behind everything that begins with what stands before it. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final String BEGINNING =
            """
            t.incident_id IN (
                SELECT incident_id FROM case_marks WHERE kind = 'paper' AND word >= :word%1$d AND word < :word%1$d || '%2$s')
            """;

    private final Database database;

    public JdbiArchive(Database database) {
        this.database = database;
    }

    /** In a transaction, because PostgreSQL streams in nothing else; and past Jdbi, which costs half as much again. */
    @Override
    public void each(Period period, Consumer<Case> reader) {
        database.snapshot(handle -> {
            try (PreparedStatement query = handle.getConnection().prepareStatement(EACH)) {
                query.setFetchSize(FETCH);
                query.setLong(1, period.from().toEpochMilli());
                query.setLong(2, period.until().toEpochMilli());
                each(query, reader);
            } catch (SQLException e) {
                throw new IllegalStateException("the incidents could not be read: " + e.getMessage(), e);
            }
            return true;
        });
    }

    private static void each(PreparedStatement query, Consumer<Case> reader) throws SQLException {
        CaseReading reading = new CaseReading();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                reader.accept(reading.counted(row));
            }
        }
    }

    @Override
    public List<OpenItem> openItems() {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT incident_id, due_at, given_at FROM case_items WHERE state IN ('OPEN', 'IN_PROGRESS')
                        """)
                .map((row, ctx) -> new OpenItem(
                        new IncidentId(row.getLong(1)),
                        Instant.ofEpochMilli(row.getLong(2)),
                        Instant.ofEpochMilli(row.getLong(3))))
                .list());
    }

    @Override
    public Optional<Instant> given(IncidentId incident, int item) {
        return database.read(handle -> handle.createQuery(
                        "SELECT given_at FROM case_items WHERE incident_id = :id AND number = :number")
                .bind("id", incident)
                .bind("number", item)
                .mapTo(Instant.class)
                .findOne());
    }

    @Override
    public List<Case> get(Collection<IncidentId> incidents) {
        CaseReading reading = new CaseReading();
        return incidents.isEmpty()
                ? List.of()
                : database.read(handle -> handle.createQuery(
                                "SELECT " + CaseReading.WHOLE + " FROM cases WHERE incident_id IN (<ids>)")
                        .bindList("ids", List.copyOf(incidents))
                        .map((row, ctx) -> reading.whole(row))
                        .list());
    }

    @Override
    public long count() {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM cases")
                .mapTo(long.class)
                .one());
    }

    @Override
    public Map<Mark, Long> frequencies(Collection<Mark> marks, int most) {
        return database.read(handle -> {
            Map<Mark, Long> frequencies = new HashMap<>();
            marks.forEach(mark -> frequencies.put(mark, frequency(handle, mark, most)));
            return frequencies;
        });
    }

    private static long frequency(Handle handle, Mark mark, int most) {
        return handle.createQuery(
                        """
                        SELECT COUNT(*) FROM (
                            SELECT 1 FROM case_marks WHERE kind = :kind AND word = :word LIMIT :most) AS found
                        """)
                .bind("kind", mark.kind().word())
                .bind("word", mark.word())
                .bind("most", most)
                .mapTo(long.class)
                .one();
    }

    @Override
    public List<IncidentId> newest(Mark mark, int most) {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT incident_id FROM case_marks WHERE kind = :kind AND word = :word
                        ORDER BY incident_id DESC LIMIT :most
                        """)
                .bind("kind", mark.kind().word())
                .bind("word", mark.word())
                .bind("most", most)
                .mapTo(IncidentId.class)
                .list());
    }

    @Override
    public List<IncidentId> papers(Query query, Collection<String> beginnings, int most) {
        Words.Place place = new Words.Place("cases t", "t.published_at", "t.published_at IS NOT NULL", Map.of())
                .and(query.incident(), "t.incident_id = :incident", "incident", IncidentId::number)
                .and(query.since(), "t.published_at >= :since", "since", Instant::toEpochMilli)
                .and(query.until(), "t.published_at < :until", "until", Instant::toEpochMilli);
        int number = 0;
        for (Mark mark : query.marks()) {
            place = place.and(JdbiTimelines.MARKED.formatted(mark.kind().word(), number), "mark" + number, mark.word());
            number++;
        }
        for (String beginning : beginnings) {
            place = place.and(BEGINNING.formatted(number, LAST), "word" + number, beginning);
            number++;
        }
        return find(place, most);
    }

    private List<IncidentId> find(Words.Place place, int most) {
        String sql = "SELECT t.incident_id FROM %s WHERE %s ORDER BY %s DESC LIMIT :most"
                .formatted(place.from(), place.where(), place.number());
        return database.read(handle -> handle.createQuery(sql)
                .bindMap(place.values())
                .bind("most", most)
                .mapTo(IncidentId.class)
                .list());
    }

    @Override
    public Map<IncidentId, Set<Mark>> marks(Collection<IncidentId> incidents, Collection<Mark> marks) {
        if (incidents.isEmpty() || marks.isEmpty()) {
            return Map.of();
        }
        Set<Mark> wanted = Set.copyOf(marks);
        return database
                .read(handle -> handle.createQuery(
                                """
                                SELECT kind, word, incident_id FROM case_marks
                                WHERE incident_id IN (<ids>) AND word IN (<words>)
                                """)
                        .bindList("ids", List.copyOf(incidents))
                        .bindList(
                                "words",
                                wanted.stream().map(Mark::word).distinct().toList())
                        .map((row, ctx) -> Map.entry(
                                new IncidentId(row.getLong(3)),
                                new Mark(Mark.Kind.of(row.getString(1)), row.getString(2))))
                        .list())
                .stream()
                .filter(found -> wanted.contains(found.getValue()))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }
}
