package dev.muster.store;

import dev.muster.incident.ActionItem;
import dev.muster.incident.ActionItem.State;
import dev.muster.incident.Cause;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Milestone;
import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import dev.muster.review.Postmortem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The tables by which incidents are counted and recalled. They follow each incident in the transaction of its commit, and
 * hold nothing that does not stand in the incident, on its timeline or in its published post-mortem.
 */
final class CaseRows {

    /** What separates several services or causes in one column. */
    static final String BETWEEN = "\n";

    private static final String PUT =
            """
            INSERT INTO cases (incident_id, severity, stage, finished, ending, drill, hidden, declared_at, closed_at, t0, t1, t2, t3, t4,
                services, causes, items_open, items_done, items_verified, items_dropped, updates_owed, updates_late, published_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (incident_id) DO UPDATE SET
                severity = excluded.severity, stage = excluded.stage, finished = excluded.finished, ending = excluded.ending, drill = excluded.drill,
                hidden = excluded.hidden, declared_at = excluded.declared_at,
                closed_at = CASE WHEN excluded.stage = 'CLOSED' THEN COALESCE(excluded.closed_at, cases.closed_at) END,
                t0 = excluded.t0, t1 = excluded.t1, t2 = excluded.t2, t3 = excluded.t3, t4 = excluded.t4,
                services = excluded.services, causes = excluded.causes, items_open = excluded.items_open,
                items_done = excluded.items_done, items_verified = excluded.items_verified,
                items_dropped = excluded.items_dropped, updates_owed = excluded.updates_owed,
                updates_late = excluded.updates_late, published_at = excluded.published_at
            """;

    private static final String PUT_ITEM =
            """
            INSERT INTO case_items (incident_id, number, state, due_at, given_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (incident_id, number) DO UPDATE SET state = excluded.state, due_at = excluded.due_at
            """;

    private CaseRows() {}

    /**
     * Brings everything that is worked out of an incident up to date.
     *
     * @param given when an action item was given that is not known yet
     */
    static void put(Handle handle, Incident incident, Function<ActionItem, Instant> given) {
        Optional<Postmortem> paper = published(handle, incident.id());
        PlainBatch.run(handle, PUT, List.of(incident), each -> values(handle, each, paper));
        PlainBatch.run(handle, PUT_ITEM, incident.actions(), item -> values(incident, item, given.apply(item)));
        CaseMarks.put(handle, incident, paper);
    }

    private static @Nullable Object[] values(Handle handle, Incident incident, Optional<Postmortem> paper) {
        return new @Nullable Object[] {
            incident.id().number(),
            number(incident.severity()),
            incident.stage().name(),
            incident.isActive() ? 0 : 1,
            incident.conduct().ending().map(ending -> ending.cause().name()).orElse(null),
            incident.facts().drill() ? 1 : 0,
            incident.facts().isPrivate() ? 1 : 0,
            incident.facts().declaredAt().toEpochMilli(),
            closed(handle, incident).orElse(null),
            time(incident, Milestone.BEGAN),
            time(incident, Milestone.DETECTED),
            time(incident, Milestone.INVESTIGATING),
            time(incident, Milestone.MITIGATED),
            time(incident, Milestone.RESTORED),
            joined(incident.conduct().impact().services(), service -> service.replace(BETWEEN, " ")),
            joined(incident.conduct().diagnosis().causes(), Cause::name),
            incident.actions().stream().filter(ActionItem::isOpen).count(),
            count(incident, State.DONE),
            count(incident, State.VERIFIED),
            count(incident, State.DROPPED),
            incident.rhythm().cadence().owed(),
            incident.rhythm().cadence().late(),
            paper.flatMap(Postmortem::publication)
                    .map(publication -> publication.at().toEpochMilli())
                    .orElse(null)
        };
    }

    /** As people say it: 1 for sev1. */
    private static long number(Severity severity) {
        return switch (severity) {
            case SEV1 -> 1;
            case SEV2 -> 2;
            case SEV3 -> 3;
        };
    }

    private static Object[] values(Incident incident, ActionItem item, Instant given) {
        return new Object[] {
            incident.id().number(),
            item.number(),
            item.state().name(),
            item.due().toEpochMilli(),
            given.toEpochMilli()
        };
    }

    /** The last time that it was; known until that line is redacted, and then from before. */
    private static Optional<Long> closed(Handle handle, Incident incident) {
        return incident.stage() != Stage.CLOSED
                ? Optional.empty()
                : handle.createQuery(
                                """
                                SELECT at FROM timeline WHERE incident_id = :id AND key_moment = 1 AND kind = 'stage'
                                    AND data LIKE '%"to":"closed"%' ORDER BY seq DESC LIMIT 1
                                """)
                        .bind("id", incident.id())
                        .mapTo(Long.class)
                        .findOne();
    }

    /** The last version that was found good, also while the next is being written. */
    static Optional<Postmortem> published(Handle handle, IncidentId id) {
        return handle
                .createQuery("SELECT state FROM reviews WHERE incident_id = :id ORDER BY version DESC")
                .bind("id", id)
                .map((row, ctx) -> StateJson.read(row.getString("state"), Postmortem.class))
                .list()
                .stream()
                .filter(Postmortem::isPublished)
                .findFirst();
    }

    private static @Nullable Long time(Incident incident, Milestone milestone) {
        return incident.time(milestone).map(Instant::toEpochMilli).orElse(null);
    }

    private static long count(Incident incident, State state) {
        return incident.actions().stream().filter(item -> item.state() == state).count();
    }

    private static <T> String joined(List<T> values, Function<T, String> word) {
        return values.stream().map(word).collect(Collectors.joining(BETWEEN));
    }
}
