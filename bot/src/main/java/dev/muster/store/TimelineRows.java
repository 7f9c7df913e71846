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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of lines, which only ever grows. */
final class TimelineRows {

    private TimelineRows() {}

    /** Whether it was written: false if the fact stands there already. */
    static boolean insert(Handle handle, IncidentId id, Row row) {
        Entry entry = row.entry();
        Optional<MessageRef> message = entry.origin().message();
        return handle.createUpdate(
                                """
                                INSERT INTO timeline (incident_id, seq, at, recorded_at, kind, actor_id, actor_name, text,
                                    text_hash, data, source, channel, ts, thread_ts, key_moment, hash, previous)
                                VALUES (:id, :seq, :at, :recordedAt, :kind, :actorId, :actorName, :text,
                                    :textHash, :data, :source, :channel, :ts, :threadTs, :key, :hash, :previous)
                                ON CONFLICT (incident_id, source) DO NOTHING
                                """)
                        .bind("id", id)
                        .bind("seq", row.seq())
                        .bind("at", entry.at())
                        .bind("recordedAt", row.recordedAt())
                        .bind("kind", entry.kind().lasting())
                        .bind(
                                "actorId",
                                entry.actor().map(actor -> actor.id().value()).orElse(null))
                        .bind("actorName", entry.actor().map(Actor::name).orElse(null))
                        .bind("text", entry.text())
                        .bind("textHash", row.textHash())
                        .bind("data", StateJson.write(entry.data()))
                        .bind("source", entry.origin().source().orElse(null))
                        .bind(
                                "channel",
                                message.map(ref -> ref.channel().value()).orElse(null))
                        .bind("ts", message.map(MessageRef::ts).orElse(null))
                        .bind("threadTs", entry.origin().threadTs().orElse(null))
                        .bind("key", entry.key() ? 1 : 0)
                        .bind("hash", row.hash())
                        .bind("previous", row.previous())
                        .execute()
                == 1;
    }

    static boolean has(Handle handle, IncidentId id, String source) {
        return handle.createQuery("SELECT 1 FROM timeline WHERE incident_id = :id AND source = :source")
                .bind("id", id)
                .bind("source", source)
                .mapTo(int.class)
                .findOne()
                .isPresent();
    }

    static Row map(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("seq"),
                entry(row),
                Instant.ofEpochMilli(row.getLong("recorded_at")),
                row.getString("text_hash"),
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
        String name = row.getString("actor_name");
        return Optional.ofNullable(row.getString("actor_id")).map(id -> new Actor(new UserId(id), name));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        String ts = row.getString("ts");
        return new Origin(
                Optional.ofNullable(row.getString("source")),
                Optional.ofNullable(row.getString("channel")).map(id -> new MessageRef(new ChannelId(id), ts)),
                Optional.ofNullable(row.getString("thread_ts")));
    }
}
