package dev.muster.store;

import dev.muster.desk.Runs;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Refusal;
import dev.muster.runbook.Run;
import dev.muster.runbook.RunChange;
import dev.muster.runbook.Runbook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/** Walks through runbooks, and the versions that they are tied to, in the database. */
public final class JdbiRuns implements Runs {

    private final Database database;
    private final InstantSource clock;
    private final Commits commits;

    public JdbiRuns(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.commits = new Commits(clock);
    }

    @Override
    public Run start(
            IncidentId incident, String origin, Runbook book, BiFunction<Incident, Integer, RunChange> decision) {
        return database.write(handle -> {
            Incident locked = commits.lock(handle, incident);
            int before = list(handle, incident).size();
            if (TimelineRows.has(handle, incident, origin)) {
                return get(handle, incident, before);
            }
            keep(handle, book);
            return write(handle, decision.apply(locked, before + 1), Optional.of(origin));
        });
    }

    @Override
    public Run change(IncidentId incident, int number, BiFunction<Incident, Run, RunChange> decision) {
        return database.write(handle -> {
            Incident locked = commits.lock(handle, incident);
            return write(handle, decision.apply(locked, get(handle, incident, number)), Optional.empty());
        });
    }

    @Override
    public Run get(IncidentId incident, int number) {
        return database.read(handle -> get(handle, incident, number));
    }

    @Override
    public List<Run> list(IncidentId incident) {
        return database.read(handle -> list(handle, incident));
    }

    @Override
    public List<Run> all() {
        return database.read(handle -> handle.createQuery("SELECT state FROM runs ORDER BY incident_id, number")
                .map((row, ctx) -> StateJson.read(row.getString("state"), Run.class))
                .list());
    }

    @Override
    public void keep(Collection<Runbook> books) {
        database.write(handle -> {
            books.forEach(book -> keep(handle, book));
            return books.size();
        });
    }

    @Override
    public Optional<Runbook> last(String id) {
        return database.read(handle -> handle.createQuery(
                        "SELECT content FROM runbooks WHERE id = :id ORDER BY last_seen DESC, first_seen DESC LIMIT 1")
                .bind("id", id)
                .map((row, ctx) -> RunbookJson.read(row.getString("content")))
                .findOne());
    }

    @Override
    public Runbook version(String id, String version) {
        return database.read(
                handle -> handle.createQuery("SELECT content FROM runbooks WHERE id = :id AND version = :version")
                        .bind("id", id)
                        .bind("version", version)
                        .map((row, ctx) -> RunbookJson.read(row.getString("content")))
                        .one());
    }

    /** The versions of a runbook that were in service, the oldest first. */
    public List<Kept> versions(String id) {
        return database.read(handle -> handle.createQuery(
                        "SELECT version, first_seen FROM runbooks WHERE id = :id ORDER BY first_seen, version")
                .bind("id", id)
                .map((row, ctx) -> new Kept(row.getString("version"), Instant.ofEpochMilli(row.getLong("first_seen"))))
                .list());
    }

    /** A version that is kept, and since when. */
    public record Kept(String version, Instant since) {}

    private void keep(Handle handle, Runbook book) {
        handle.createUpdate(
                        """
                        INSERT INTO runbooks (id, version, content, first_seen, last_seen)
                        VALUES (:id, :version, :content, :now, :now)
                        ON CONFLICT (id, version) DO UPDATE SET last_seen = excluded.last_seen
                        """)
                .bind("id", book.id())
                .bind("version", book.version())
                .bind("content", StateJson.write(book))
                .bind("now", clock.instant())
                .execute();
    }

    private Run write(Handle handle, RunChange decided, Optional<String> origin) {
        Run run = decided.run();
        handle.createUpdate(
                        """
                        INSERT INTO runs (incident_id, number, state) VALUES (:incident, :number, :state)
                        ON CONFLICT (incident_id, number) DO UPDATE SET state = excluded.state
                        """)
                .bind("incident", run.incident())
                .bind("number", run.number())
                .bind("state", StateJson.write(run))
                .execute();
        commits.write(handle, decided.change(), origin);
        return run;
    }

    private static Run get(Handle handle, IncidentId incident, int number) {
        return list(handle, incident).stream()
                .filter(run -> run.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refusal("%s has no runbook run %d.".formatted(incident, number)));
    }

    private static List<Run> list(Handle handle, IncidentId incident) {
        return handle.createQuery("SELECT state FROM runs WHERE incident_id = :incident ORDER BY number")
                .bind("incident", incident)
                .map((row, ctx) -> StateJson.read(row.getString("state"), Run.class))
                .list();
    }
}
