package dev.muster.store;

import dev.muster.incident.Change;
import dev.muster.incident.Chore;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Origin;
import dev.muster.incident.Promise;
import dev.muster.incident.Refusal;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** How a decision is written down: the incident, its lines and its promises, within a transaction of somebody else's. */
final class Commits {

    private final InstantSource clock;

    Commits(InstantSource clock) {
        this.clock = clock;
    }

    /** Reads the incident so that nobody else can change it before this transaction ends. */
    Incident lock(Handle handle, IncidentId id) {
        handle.createUpdate("UPDATE incidents SET version = version WHERE id = :id")
                .bind("id", id)
                .execute();
        return IncidentRows.find(handle, id).orElseThrow(() -> unknown(id));
    }

    static Refusal unknown(IncidentId id) {
        return new Refusal("There is no %s. See `/incident list`.".formatted(id));
    }

    Incident change(Handle handle, IncidentId id, Optional<String> origin, Function<Incident, Change> decision) {
        Incident read = lock(handle, id);
        if (origin.isPresent() && TimelineRows.has(handle, id, origin.get())) {
            return read;
        }
        return write(handle, decision.apply(read), origin);
    }

    Incident write(Handle handle, Change change, Optional<String> origin) {
        Incident after = change.incident();
        if (change.moved()) {
            IncidentRows.update(handle, after);
        }
        Chain chain = append(handle, after.id(), marked(change.entries(), origin));
        change.withdrawn().forEach(promise -> PromiseRows.withdraw(handle, promise));
        long rank = rank(chain.length()) + 1;
        for (Promise promise : change.promises()) {
            PromiseRows.promise(handle, promise, rank++);
        }
        return after;
    }

    /** The chain after the lines that were not there yet are there. The incident must be locked. */
    Chain append(Handle handle, IncidentId id, List<Entry> entries) {
        Chain chain = IncidentRows.chain(handle, id);
        Instant now = clock.instant();
        for (Entry entry : entries) {
            Row row = chain.append(entry, now);
            if (TimelineRows.insert(handle, id, row)) {
                chain = chain.after(row);
                promiseToTell(handle, id, row, now);
            }
        }
        if (!entries.isEmpty()) {
            IncidentRows.chain(handle, id, chain);
        }
        return chain;
    }

    private static void promiseToTell(Handle handle, IncidentId id, Row row, Instant now) {
        if (row.entry().told()) {
            Promise say = Promise.toRoom(id, Chore.SAY, String.valueOf(row.seq()), now);
            PromiseRows.promise(handle, say, rank(row.seq()));
        }
    }

    /** What was promised first is kept first; a line is told before anything else that its decision promised. */
    private static long rank(long seq) {
        return seq * 100;
    }

    /** The first line carries the request's key, by which the same request is known again. */
    private static List<Entry> marked(List<Entry> entries, Optional<String> origin) {
        if (origin.isEmpty() || entries.isEmpty()) {
            return entries;
        }
        List<Entry> marked = new ArrayList<>(entries);
        marked.set(0, entries.get(0).from(Origin.of(origin.get())));
        return marked;
    }
}
