package dev.muster.store;

import dev.muster.desk.Incidents;
import dev.muster.desk.Timelines;
import dev.muster.incident.Change;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Stage;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Row;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Incidents and their timelines in the database. */
public final class JdbiIncidents implements Incidents, Timelines {

    private final Database database;
    private final Commits commits;

    public JdbiIncidents(Database database, InstantSource clock) {
        this.database = database;
        this.commits = new Commits(clock);
    }

    @Override
    public Incident declare(String origin, Function<IncidentId, Change> decision) {
        return database.write(handle -> {
            IncidentRows.lockNumbers(handle);
            return IncidentRows.findByOrigin(handle, origin)
                    .orElseGet(() -> insert(handle, origin, decision.apply(IncidentRows.nextId(handle))));
        });
    }

    @Override
    public Incident change(IncidentId id, Optional<String> origin, Function<Incident, Change> decision) {
        return database.write(handle -> commits.change(handle, id, origin, decision));
    }

    @Override
    public int record(IncidentId id, List<Entry> entries) {
        if (entries.isEmpty()) {
            return 0;
        }
        return database.write(handle -> {
            commits.lock(handle, id);
            long before = IncidentRows.chain(handle, id).length();
            return (int) (commits.append(handle, id, entries).length() - before);
        });
    }

    @Override
    public Incident get(IncidentId id) {
        return find(id).orElseThrow(() -> Commits.unknown(id));
    }

    @Override
    public Optional<Incident> find(IncidentId id) {
        return database.read(handle -> IncidentRows.find(handle, id));
    }

    @Override
    public Optional<Incident> findByChannel(ChannelId channel) {
        return database.read(handle -> IncidentRows.findByChannel(handle, channel));
    }

    @Override
    public boolean isIncidents(ChannelId channel) {
        return database.read(handle -> IncidentRows.has(handle, channel));
    }

    @Override
    public List<Incident> list(Which which) {
        return database.read(handle -> IncidentRows.list(handle, stages(which)));
    }

    @Override
    public boolean awaitsChannel() {
        return database.read(PromiseRows::awaitsChannel);
    }

    @Override
    public void each(IncidentId id, Consumer<Row> reader) {
        database.read(handle -> {
            handle.createQuery("SELECT * FROM timeline WHERE incident_id = :id ORDER BY seq")
                    .bind("id", id)
                    .map((row, ctx) -> TimelineRows.map(row))
                    .forEach(reader);
            return true;
        });
    }

    @Override
    public Optional<Row> find(IncidentId id, long seq) {
        return database.read(
                handle -> handle.createQuery("SELECT * FROM timeline WHERE incident_id = :id AND seq = :seq")
                        .bind("id", id)
                        .bind("seq", seq)
                        .map((row, ctx) -> TimelineRows.map(row))
                        .findOne());
    }

    @Override
    public boolean knows(IncidentId id, MessageRef message) {
        String key = message.channel() + ":" + message.ts();
        return database.read(handle -> TimelineRows.has(handle, id, "message:" + key));
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

    /** Every incident there is, oldest first. */
    public List<IncidentId> ids() {
        return database.read(handle -> handle.createQuery("SELECT id FROM incidents ORDER BY id")
                .mapTo(IncidentId.class)
                .list());
    }

    @Override
    public Chain head(IncidentId id) {
        return database.read(handle -> IncidentRows.chain(handle, id));
    }

    private Incident insert(Handle handle, String origin, Change declared) {
        IncidentRows.insert(handle, origin, declared.incident());
        return commits.write(
                handle,
                new Change(declared.incident(), false, declared.entries(), declared.promises(), declared.withdrawn()),
                Optional.empty());
    }

    private static List<String> stages(Which which) {
        Predicate<Stage> wanted =
                switch (which) {
                    case ACTIVE -> Stage::isActive;
                    case NOT_CLOSED -> stage -> stage != Stage.CLOSED;
                    case ALL -> stage -> true;
                };
        return Arrays.stream(Stage.values()).filter(wanted).map(Stage::name).toList();
    }
}
