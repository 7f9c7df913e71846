package dev.muster.store;

import dev.muster.desk.Reviews;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.review.Postmortem;
import dev.muster.review.ReviewChange;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/** Post-mortems in the database: every version stays. */
public final class JdbiReviews implements Reviews {

    private final Database database;
    private final Commits commits;

    public JdbiReviews(Database database, InstantSource clock) {
        this.database = database;
        this.commits = new Commits(clock);
    }

    @Override
    public Postmortem get(IncidentId incident) {
        return database.read(handle -> latest(handle, incident));
    }

    @Override
    public Optional<Postmortem> published(IncidentId incident) {
        return database.read(handle -> CaseRows.published(handle, incident));
    }

    @Override
    public Optional<Postmortem> version(IncidentId incident, int version) {
        return database.read(handle -> handle.createQuery(
                        "SELECT state FROM reviews WHERE incident_id = :incident AND version = :version")
                .bind("incident", incident)
                .bind("version", version)
                .map((row, ctx) -> StateJson.read(row.getString("state"), Postmortem.class))
                .findOne());
    }

    @Override
    public Postmortem change(
            IncidentId incident, String origin, BiFunction<Incident, Postmortem, ReviewChange> decision) {
        return database.write(handle -> {
            Incident locked = commits.lock(handle, incident);
            Postmortem before = latest(handle, incident);
            if (TimelineRows.has(handle, incident, origin)) {
                return before;
            }
            ReviewChange decided = decision.apply(locked, before);
            if (decided.postmortem().version() > before.version()) {
                add(handle, decided.postmortem());
            }
            commits.write(handle, decided.change(), Optional.of(origin));
            return decided.postmortem();
        });
    }

    private static void add(Handle handle, Postmortem next) {
        handle.createUpdate("INSERT INTO reviews (incident_id, version, state) VALUES (:incident, :version, :state)")
                .bind("incident", next.incident())
                .bind("version", next.version())
                .bind("state", StateJson.write(next))
                .execute();
    }

    private static Postmortem latest(Handle handle, IncidentId incident) {
        return handle.createQuery(
                        "SELECT state FROM reviews WHERE incident_id = :incident ORDER BY version DESC LIMIT 1")
                .bind("incident", incident)
                .map((row, ctx) -> StateJson.read(row.getString("state"), Postmortem.class))
                .findOne()
                .orElseGet(() -> Postmortem.untouched(incident));
    }
}
