package dev.muster.store;

import dev.muster.incident.ChannelId;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.timeline.Chain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The table of incidents. */
final class IncidentRows {

    private static final int PART = 500;

    private IncidentRows() {}

    /** One declaration at a time, so that a request that comes twice at once is seen to. */
    static void lockNumbers(Handle handle) {
        handle.execute(
                """
                INSERT INTO counters (name, value) VALUES ('incident', 0)
                ON CONFLICT (name) DO UPDATE SET value = counters.value
                """);
    }

    static IncidentId nextId(Handle handle) {
        return handle.createQuery("UPDATE counters SET value = value + 1 WHERE name = 'incident' RETURNING value")
                .mapTo(IncidentId.class)
                .one();
    }

    static void insert(Handle handle, String origin, Incident incident) {
        handle.createUpdate(
                        """
                        INSERT INTO incidents (id, version, origin, stage, state, head)
                        VALUES (:id, 0, :origin, :stage, :state, :head)
                        """)
                .bind("id", incident.id())
                .bind("origin", origin)
                .bind("stage", incident.stage().name())
                .bind("state", StateJson.write(incident))
                .bind("head", Chain.EMPTY.head())
                .execute();
    }

    static void update(Handle handle, Incident incident) {
        int updated = handle.createUpdate(
                        """
                        UPDATE incidents
                        SET version = version + 1, stage = :stage, channel = CAST(:channel AS TEXT), state = :state
                        WHERE id = :id AND version = :version
                        """)
                .bind("id", incident.id())
                .bind("version", incident.version())
                .bind("stage", incident.stage().name())
                .bind("channel", incident.room().channel().map(ChannelId::value).orElse(null))
                .bind("state", StateJson.write(incident))
                .execute();
        if (updated != 1) {
            throw new IllegalStateException(incident.id() + " was changed although it was locked");
        }
    }

    static Optional<Incident> find(Handle handle, IncidentId id) {
        return one(handle, "id = :key", id.number());
    }

    static Optional<Incident> findByChannel(Handle handle, ChannelId channel) {
        return one(handle, "channel = :key", channel.value());
    }

    static boolean has(Handle handle, ChannelId channel) {
        return handle.createQuery("SELECT 1 FROM incidents WHERE channel = :channel")
                .bind("channel", channel)
                .mapTo(int.class)
                .findOne()
                .isPresent();
    }

    static Optional<Incident> findByOrigin(Handle handle, String origin) {
        return one(handle, "origin = :key", origin);
    }

    static List<Incident> list(Handle handle, List<String> stages) {
        return handle.createQuery(
                        "SELECT version, state FROM incidents WHERE stage IN (<stages>) ORDER BY id DESC LIMIT 1000")
                .bindList("stages", stages)
                .map((row, ctx) -> incident(row.getLong("version"), row.getString("state")))
                .list();
    }

    static List<Incident> owing(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT version, state FROM incidents WHERE id IN
                            (SELECT incident_id FROM case_items WHERE state IN ('OPEN', 'IN_PROGRESS'))
                        ORDER BY id DESC
                        """)
                .map((row, ctx) -> incident(row.getLong("version"), row.getString("state")))
                .list();
    }

    /** A part at a time, since a statement has no room for very many. */
    static List<Incident> list(Handle handle, Collection<IncidentId> ids) {
        List<Incident> found = new ArrayList<>();
        List<IncidentId> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += PART) {
            found.addAll(handle.createQuery("SELECT version, state FROM incidents WHERE id IN (<ids>)")
                    .bindList("ids", all.subList(from, Math.min(all.size(), from + PART)))
                    .map((row, ctx) -> incident(row.getLong("version"), row.getString("state")))
                    .list());
        }
        return found;
    }

    static Chain chain(Handle handle, IncidentId id) {
        return handle.createQuery("SELECT entries, head FROM incidents WHERE id = :id")
                .bind("id", id)
                .map((row, ctx) -> new Chain(row.getLong("entries"), row.getString("head")))
                .findOne()
                .orElseThrow(() -> Commits.unknown(id));
    }

    static void chain(Handle handle, IncidentId id, Chain chain) {
        handle.createUpdate("UPDATE incidents SET entries = :entries, head = :head WHERE id = :id")
                .bind("id", id)
                .bind("entries", chain.length())
                .bind("head", chain.head())
                .execute();
    }

    /** Leaves nothing of these texts in the incident itself: in its title, its last update, its action items. */
    static void forget(Handle handle, IncidentId id, Set<String> texts) {
        String state = handle.createQuery("SELECT state FROM incidents WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one();
        handle.createUpdate("UPDATE incidents SET state = :state WHERE id = :id")
                .bind("id", id)
                .bind("state", StateJson.without(state, texts))
                .execute();
    }

    private static Optional<Incident> one(Handle handle, String condition, Object key) {
        return handle.createQuery("SELECT version, state FROM incidents WHERE " + condition)
                .bind("key", key)
                .map((row, ctx) -> incident(row.getLong("version"), row.getString("state")))
                .findOne();
    }

    /** The version stands in its column alone; in the state it is what it was before the commit. */
    private static Incident incident(long version, String state) {
        Incident read = StateJson.read(state, Incident.class);
        return new Incident(
                read.id(),
                version,
                read.facts(),
                read.roles(),
                read.times(),
                read.room(),
                read.rhythm(),
                read.actions(),
                read.conduct());
    }
}
