package dev.muster.store;

import dev.muster.desk.Readings;
import dev.muster.incident.Entry;
import dev.muster.incident.IncidentId;
import dev.muster.timeline.Heard;
import dev.muster.timeline.Row;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** How far channels have been read, in the database. */
public final class JdbiReadings implements Readings {

    private final Database database;
    private final Commits commits;

    public JdbiReadings(Database database, InstantSource clock) {
        this.database = database;
        this.commits = new Commits(clock);
    }

    @Override
    public Optional<Heard> find(IncidentId incident) {
        return database.read(handle -> handle.createQuery("SELECT state FROM readings WHERE incident_id = :id")
                .bind("id", incident)
                .map((row, ctx) -> StateJson.read(row.getString("state"), Heard.class))
                .findOne());
    }

    @Override
    public Heard advance(IncidentId incident, List<Entry> lines, Function<List<Entry>, Heard> after) {
        return database.writeSoon(handle -> {
            commits.lock(handle, incident);
            List<Entry> fresh = commits.append(handle, incident, lines).stream()
                    .map(Row::entry)
                    .toList();
            Heard heard = after.apply(fresh);
            put(handle, incident, heard);
            return heard;
        });
    }

    private static void put(Handle handle, IncidentId incident, Heard heard) {
        handle.createUpdate(
                        """
                        INSERT INTO readings (incident_id, state) VALUES (:id, :state)
                        ON CONFLICT (incident_id) DO UPDATE SET state = excluded.state
                        """)
                .bind("id", incident)
                .bind("state", StateJson.write(heard))
                .execute();
    }
}
