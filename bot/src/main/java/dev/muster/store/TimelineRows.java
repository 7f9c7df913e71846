package dev.muster.store;

import dev.muster.incident.Actor;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Origin;
import dev.muster.incident.UserId;
import dev.muster.timeline.Row;
import dev.muster.timeline.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of lines, which only ever grows. */
final class TimelineRows {

    private static final String INSERT =
            """
            INSERT INTO timeline (incident_id, seq, at, recorded_at, kind, actor_id, actor_name, text,
                data, source, channel, ts, thread_ts, key_moment, salt, content, hash, previous)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private TimelineRows() {}

    static void insert(Handle handle, IncidentId id, List<Row> rows) {
        PlainBatch.run(handle, INSERT, rows, row -> values(id, row));
    }

    private static @Nullable Object[] values(IncidentId id, Row row) {
        Entry entry = row.entry();
        Optional<MessageRef> message = entry.origin().message();
        return new @Nullable Object[] {
            id.number(),
            row.seq(),
            entry.at().toEpochMilli(),
            row.recordedAt().toEpochMilli(),
            entry.kind().lasting(),
            entry.actor().map(actor -> actor.id().value()).orElse(null),
            entry.actor().map(Actor::name).orElse(null),
            entry.text(),
            StateJson.write(entry.data()),
            entry.origin().source().orElse(null),
            message.map(ref -> ref.channel().value()).orElse(null),
            message.map(MessageRef::ts).orElse(null),
            entry.origin().threadTs().orElse(null),
            entry.key() ? 1 : 0,
            row.seal().salt().orElse(null),
            row.seal().content(),
            row.hash(),
            row.previous()
        };
    }

    /** Gives a row that is there another seal. */
    static void seal(Handle handle, IncidentId id, Row row) {
        handle.createUpdate(
                        """
                        UPDATE timeline SET salt = :salt, content = :content, hash = :hash, previous = :previous
                        WHERE incident_id = :id AND seq = :seq
                        """)
                .bind("salt", row.seal().salt().orElse(null))
                .bind("content", row.seal().content())
                .bind("hash", row.hash())
                .bind("previous", row.previous())
                .bind("id", id)
                .bind("seq", row.seq())
                .execute();
    }

    /** Leaves nothing of what was said in these rows but its hash. */
    static void blank(Handle handle, IncidentId id, List<Long> seqs) {
        handle.createUpdate(
                        """
                        UPDATE timeline SET text = '', data = '{}', salt = NULL
                        WHERE incident_id = :id AND seq IN (<seqs>)
                        """)
                .bind("id", id)
                .bindList("seqs", seqs)
                .execute();
    }

    static boolean has(Handle handle, IncidentId id, String source) {
        return !known(handle, id, List.of(source)).isEmpty();
    }

    /** Which of these facts stand there already. */
    static Set<String> known(Handle handle, IncidentId id, List<String> sources) {
        return sources.isEmpty()
                ? Set.of()
                : new HashSet<>(handle.createQuery(
                                "SELECT source FROM timeline WHERE incident_id = :id AND source IN (<sources>)")
                        .bind("id", id)
                        .bindList("sources", sources)
                        .mapTo(String.class)
                        .list());
    }

    static List<Row> of(Handle handle, IncidentId id, List<Long> seqs) {
        return handle.createQuery("SELECT * FROM timeline WHERE incident_id = :id AND seq IN (<seqs>)")
                .bind("id", id)
                .bindList("seqs", seqs)
                .map((row, ctx) -> map(row))
                .list();
    }

    /** What was made of other rows: what the bot itself said, and corrections. */
    static List<Row> derived(Handle handle, IncidentId id) {
        return handle.createQuery(
                        """
                        SELECT * FROM timeline
                        WHERE incident_id = :id AND (actor_id IS NULL OR data LIKE '%"corrects"%')
                        """)
                .bind("id", id)
                .map((row, ctx) -> map(row))
                .list();
    }

    static List<Row> about(Handle handle, IncidentId id, MessageRef message) {
        return handle.createQuery("SELECT * FROM timeline WHERE incident_id = :id AND ts = :ts AND channel = :channel")
                .bind("id", id)
                .bind("ts", message.ts())
                .bind("channel", message.channel())
                .map((row, ctx) -> map(row))
                .list();
    }

    /** Which messages with these {@code ts} have been redacted. */
    static Set<MessageRef> redacted(Handle handle, IncidentId id, List<String> stamps) {
        return stamps.isEmpty()
                ? Set.of()
                : new HashSet<>(handle.createQuery(
                                """
                                SELECT channel, ts FROM timeline
                                WHERE incident_id = :id AND ts IN (<stamps>) AND salt IS NULL
                                """)
                        .bind("id", id)
                        .bindList("stamps", stamps)
                        .map((row, ctx) -> new MessageRef(new ChannelId(row.getString("channel")), row.getString("ts")))
                        .list());
    }

    /** The rows behind this one, in order. */
    static List<Row> after(Handle handle, IncidentId id, long seq, int most) {
        return handle.createQuery(
                        "SELECT * FROM timeline WHERE incident_id = :id AND seq > :seq ORDER BY seq LIMIT :most")
                .bind("id", id)
                .bind("seq", seq)
                .bind("most", most)
                .map((row, ctx) -> map(row))
                .list();
    }

    static Row map(ResultSet row) throws SQLException {
        return new Row(row.getLong("seq"), entry(row), Instant.ofEpochMilli(row.getLong("recorded_at")), seal(row));
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                Optional.ofNullable(row.getString("salt")),
                row.getString("content"),
                row.getString("hash"),
                row.getString("previous"));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Instant.ofEpochMilli(row.getLong("at")),
                Kind.of(row.getString("kind")),
                actor(row),
                row.getString("text"),
                StateJson.readMap(row.getString("data")),
                origin(row),
                row.getInt("key_moment") == 1,
                false);
    }

    private static Optional<Actor> actor(ResultSet row) throws SQLException {
        return both(
                row.getString("actor_id"), row.getString("actor_name"), (id, name) -> new Actor(new UserId(id), name));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                Optional.ofNullable(row.getString("source")),
                both(
                        row.getString("channel"),
                        row.getString("ts"),
                        (channel, ts) -> new MessageRef(new ChannelId(channel), ts)),
                Optional.ofNullable(row.getString("thread_ts")));
    }

    /** Of two that go together, one alone was put there by somebody else: it shows, so that the hash does not fit. */
    private static <T> Optional<T> both(
            @Nullable String one, @Nullable String other, BiFunction<String, String, T> make) {
        return one == null && other == null
                ? Optional.empty()
                : Optional.of(make.apply(Objects.requireNonNullElse(one, "?"), Objects.requireNonNullElse(other, "?")));
    }
}
