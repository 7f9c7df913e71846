package dev.muster.store;

import dev.muster.desk.Posts;
import dev.muster.incident.ChannelId;
import dev.muster.incident.IncidentId;
import dev.muster.incident.MessageRef;
import java.util.Optional;

/** Where the bot posted what it edits later, in the database. */
public final class JdbiPosts implements Posts {

    private final Database database;

    public JdbiPosts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<MessageRef> find(IncidentId incident, String name) {
        return database.read(handle -> handle.createQuery(
                        "SELECT channel, ts FROM posts WHERE incident_id = :incident AND name = :name")
                .bind("incident", incident)
                .bind("name", name)
                .map((row, ctx) -> new MessageRef(new ChannelId(row.getString("channel")), row.getString("ts")))
                .findOne());
    }

    @Override
    public Optional<Post> find(MessageRef message) {
        return database.read(handle -> handle.createQuery(
                        "SELECT incident_id, name FROM posts WHERE channel = :channel AND ts = :ts")
                .bind("channel", message.channel())
                .bind("ts", message.ts())
                .map((row, ctx) -> new Post(new IncidentId(row.getLong("incident_id")), row.getString("name")))
                .findFirst());
    }

    @Override
    public void put(IncidentId incident, String name, MessageRef message) {
        database.write(handle -> handle.createUpdate(
                        """
                        INSERT INTO posts (incident_id, name, channel, ts) VALUES (:incident, :name, :channel, :ts)
                        ON CONFLICT (incident_id, name) DO UPDATE SET channel = excluded.channel, ts = excluded.ts
                        """)
                .bind("incident", incident)
                .bind("name", name)
                .bind("channel", message.channel())
                .bind("ts", message.ts())
                .execute());
    }
}
