package dev.muster.store;

import dev.muster.desk.Incidents;
import dev.muster.incident.Change;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Stage;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Incidents in the database. */
public final class JdbiIncidents implements Incidents {

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
            return commits.append(handle, id, entries).size();
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
    public Optional<Incident> findByOrigin(String origin) {
        return database.read(handle -> IncidentRows.findByOrigin(handle, origin));
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
    public List<Incident> owing() {
        return database.read(IncidentRows::owing);
    }

    @Override
    public List<Incident> list(Collection<IncidentId> ids) {
        return database.read(handle -> IncidentRows.list(handle, ids));
    }

    @Override
    public boolean awaitsChannel() {
        return database.read(PromiseRows::awaitsChannel);
    }

    @Override
    public List<IncidentId> ids() {
        return database.read(handle -> handle.createQuery("SELECT id FROM incidents ORDER BY id")
                .mapTo(IncidentId.class)
                .list());
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
