package dev.muster.store;

import dev.muster.desk.Search;
import dev.muster.desk.Timelines;
import dev.muster.incident.Actor;
import dev.muster.incident.Entry;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.UserId;
import dev.muster.insight.Mark;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Row;
import dev.muster.timeline.RowNumbers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Timelines in the database. */
public final class JdbiTimelines implements Timelines, Search {

    private static final int FETCH = 1_000;

    /** To be completed by the sort of mark and its number. */
    static final String MARKED =
            "t.incident_id IN (SELECT incident_id FROM case_marks WHERE kind = '%s' AND word = :mark%d)";

    private final Database database;
    private final Redaction redaction;

    public JdbiTimelines(Database database, InstantSource clock) {
        this.database = database;
        this.redaction = new Redaction(new Commits(clock), database.words());
    }

    @Override
    public void each(IncidentId id, Chain head, Consumer<Row> reader) {
        long done = 0;
        while (done < head.length()) {
            List<Row> page = page(id, done, FETCH);
            page.stream().filter(row -> row.seq() <= head.length()).forEach(reader);
            done = page.isEmpty() ? head.length() : page.get(page.size() - 1).seq();
        }
    }

    @Override
    public Optional<Row> find(IncidentId id, long seq) {
        return page(id, seq - 1, 1).stream().filter(row -> row.seq() == seq).findFirst();
    }

    @Override
    public Optional<Instant> lastMessage(IncidentId id) {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT at FROM timeline WHERE incident_id = :id AND kind = 'message'
                        ORDER BY seq DESC LIMIT 1
                        """)
                .bind("id", id)
                .mapTo(Instant.class)
                .findOne());
    }

    @Override
    public Optional<Row> find(IncidentId id, String source) {
        return database.read(
                handle -> handle.createQuery("SELECT * FROM timeline WHERE incident_id = :id AND source = :source")
                        .bind("id", id)
                        .bind("source", source)
                        .map((row, ctx) -> TimelineRows.map(row))
                        .findOne());
    }

    @Override
    public List<Row> page(IncidentId id, long afterSeq, int most) {
        return database.read(handle -> TimelineRows.after(handle, id, afterSeq, most));
    }

    @Override
    public List<Row> about(IncidentId id, MessageRef first, MessageRef last) {
        return between(id, "ts", first, last);
    }

    @Override
    public List<Row> replies(IncidentId id, MessageRef first, MessageRef last) {
        return between(id, "thread_ts", first, last);
    }

    private List<Row> between(IncidentId id, String column, MessageRef first, MessageRef last) {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT * FROM timeline
                        WHERE incident_id = :id AND <column> BETWEEN :first AND :last AND channel = :channel ORDER BY seq
                        """)
                .define("column", column)
                .bind("id", id)
                .bind("first", first.ts())
                .bind("last", last.ts())
                .bind("channel", first.channel())
                .map((row, ctx) -> TimelineRows.map(row))
                .list());
    }

    @Override
    public List<Row> keyMoments(IncidentId id, Kind kind) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM timeline WHERE incident_id = :id AND key_moment = 1 AND kind = :kind ORDER BY seq")
                .bind("id", id)
                .bind("kind", kind.lasting())
                .map((row, ctx) -> TimelineRows.map(row))
                .list());
    }

    @Override
    public List<Row> of(IncidentId id, Kind kind) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM timeline WHERE incident_id = :id AND kind = :kind ORDER BY seq")
                .bind("id", id)
                .bind("kind", kind.lasting())
                .map((row, ctx) -> TimelineRows.map(row))
                .list());
    }

    @Override
    public List<Actor> people(IncidentId id) {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT actor_id, actor_name FROM timeline WHERE incident_id = :id AND actor_id IS NOT NULL
                        GROUP BY actor_id, actor_name ORDER BY MIN(seq)
                        """)
                .bind("id", id)
                .map((row, ctx) -> new Actor(new UserId(row.getString("actor_id")), row.getString("actor_name")))
                .list());
    }

    @Override
    public List<Row> keyMoments(IncidentId id, int most) {
        List<Row> newestFirst = database.read(handle -> handle.createQuery(
                        "SELECT * FROM timeline WHERE incident_id = :id AND key_moment = 1 ORDER BY seq DESC LIMIT :most")
                .bind("id", id)
                .bind("most", most)
                .map((row, ctx) -> TimelineRows.map(row))
                .list());
        List<Row> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    @Override
    public Chain head(IncidentId id) {
        return database.read(handle -> IncidentRows.chain(handle, id));
    }

    @Override
    public RowNumbers saying(IncidentId id, Optional<UserId> by) {
        return RowNumbers.of(database.read(handle -> handle.createQuery(
                        """
                        SELECT seq FROM timeline
                        WHERE incident_id = :id AND salt IS NOT NULL AND kind NOT IN (:redacted, :declared)
                            AND (CAST(:by AS TEXT) IS NULL OR actor_id = CAST(:by AS TEXT))
                        """)
                .bind("id", id)
                .bind("redacted", Kind.REDACTED.lasting())
                .bind("declared", Kind.DECLARED.lasting())
                .bind("by", by.map(UserId::value).orElse(null))
                .mapTo(Long.class)
                .list()));
    }

    @Override
    public RowNumbers redact(IncidentId id, RowNumbers rows, Function<RowNumbers, Entry> line) {
        RowNumbers blanked = database.write(handle -> redaction.of(handle, id, rows, line));
        database.forget();
        return blanked;
    }

    @Override
    public List<Found> search(Query query) {
        database.words().bringUpToDate(database);
        return database.read(handle -> search(handle, query));
    }

    private List<Found> search(Handle handle, Query query) {
        Words.Place place = database.words()
                .find(handle, query)
                .and(Optional.of(query.before()), "%s < :before", "before", number -> number)
                .and(query.since(), "t.at >= :since", "since", Instant::toEpochMilli)
                .and(query.until(), "t.at < :until", "until", Instant::toEpochMilli);
        for (int index = 0; index < query.marks().size(); index++) {
            Mark mark = query.marks().get(index);
            place = place.and(MARKED.formatted(mark.kind().word(), index), "mark" + index, mark.word());
        }
        String sql = "SELECT t.* FROM %s WHERE %s ORDER BY %s DESC LIMIT :most"
                .formatted(place.from(), place.where().formatted(place.number()), place.number());
        return handle.createQuery(sql)
                .bindMap(place.values())
                .bind("most", query.most())
                .map((row, ctx) ->
                        new Found(new IncidentId(row.getLong("incident_id")), row.getLong("id"), TimelineRows.map(row)))
                .list();
    }
}
