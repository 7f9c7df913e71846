package dev.muster.store;

import dev.muster.incident.Change;
import dev.muster.incident.Chore;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.MessageRef;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** How a decision is written down: the incident, its lines and its promises, within a transaction of somebody else's. */
final class Commits {

    /** Without a channel nothing else can be said in it. */
    private static final long FIRST = 0;

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
        append(handle, after.id(), marked(change.entries(), origin));
        change.withdrawn().forEach(promise -> PromiseRows.withdraw(handle, promise));
        long rank = change.promises().isEmpty() ? 0 : nextRank(handle, after.id());
        for (Promise promise : change.promises()) {
            PromiseRows.promise(handle, promise, promise.chore() == Chore.OPEN_CHANNEL ? FIRST : rank++);
        }
        if (change.moved() || change.entries().stream().anyMatch(Entry::key)) {
            CaseRows.put(handle, after, item -> clock.instant());
        }
        return after;
    }

    /** Behind whatever was promised before and waits, also where no line was written since. */
    private long nextRank(Handle handle, IncidentId id) {
        long lines = rank(IncidentRows.chain(handle, id).length());
        return Math.max(lines, PromiseRows.lastRank(handle, id, clock.instant())) + 1;
    }

    /** Appends the lines that were not there yet, and gives them as rows. The incident must be locked. */
    List<Row> append(Handle handle, IncidentId id, List<Entry> entries) {
        return append(handle, id, entries, Optional.empty());
    }

    List<Row> append(Handle handle, IncidentId id, List<Entry> entries, Optional<Draft> draft) {
        Chain before = IncidentRows.chain(handle, id);
        List<Row> rows = draft.filter(made -> made.before().equals(before))
                .map(Draft::rows)
                .orElseGet(() -> rows(before, fresh(handle, id, entries)));
        if (!rows.isEmpty()) {
            TimelineRows.insert(handle, id, rows);
            rows.forEach(row -> promiseToTell(handle, id, row));
            Chain after = before.after(rows.get(rows.size() - 1));
            IncidentRows.chain(handle, id, after);
        }
        return rows;
    }

    /**
     * The rows that lines would become, should nothing be written meanwhile: whatever is changes the chain. Looking up
     * and hashing is two thirds of the work, and done like this, nobody waits for it who waits for the writer.
     */
    record Draft(Chain before, List<Row> rows) {}

    /** Empty if some of it is about a message that was redacted: then what it says stands on the disk again. */
    Optional<Draft> draft(Handle handle, IncidentId id, List<Entry> entries) {
        Chain before = IncidentRows.chain(handle, id);
        return redacted(handle, id, entries).isEmpty()
                ? Optional.of(new Draft(before, rows(before, unknown(handle, id, entries))))
                : Optional.empty();
    }

    private List<Row> rows(Chain before, List<Entry> entries) {
        Instant now = clock.instant();
        List<Row> rows = new ArrayList<>(entries.size());
        Chain chain = before;
        for (Entry entry : entries) {
            Row row = chain.append(entry, now);
            rows.add(row);
            chain = chain.after(row);
        }
        return rows;
    }

    /** What is not on the timeline yet, without the wordings of what was redacted. */
    private static List<Entry> fresh(Handle handle, IncidentId id, List<Entry> entries) {
        Set<MessageRef> redacted = redacted(handle, id, entries);
        redacted.forEach(message -> RawRows.blank(handle, message));
        return unknown(handle, id, entries).stream()
                .map(entry -> unsaid(entry, redacted))
                .toList();
    }

    /** What is not on the timeline yet; a fact that comes twice in the list is there once. */
    private static List<Entry> unknown(Handle handle, IncidentId id, List<Entry> entries) {
        List<String> sources = entries.stream()
                .flatMap(entry -> entry.origin().source().stream())
                .toList();
        Set<String> known = TimelineRows.known(handle, id, sources);
        return entries.stream()
                .filter(entry -> entry.origin().source().map(known::add).orElse(true))
                .toList();
    }

    /** Which of the messages that these lines repeat have been redacted. */
    private static Set<MessageRef> redacted(Handle handle, IncidentId id, List<Entry> entries) {
        Set<MessageRef> messages = entries.stream()
                .filter(Redaction::isWording)
                .flatMap(entry -> entry.origin().message().stream())
                .collect(Collectors.toSet());
        List<String> stamps = messages.stream().map(MessageRef::ts).distinct().toList();
        messages.retainAll(TimelineRows.redacted(handle, id, stamps));
        return messages;
    }

    /** Of a message that was redacted, other wordings must not come to light later. */
    private static Entry unsaid(Entry entry, Set<MessageRef> redacted) {
        boolean struck = Redaction.isWording(entry)
                && entry.origin().message().filter(redacted::contains).isPresent();
        return struck ? entry.blank().saying(StateJson.REDACTED) : entry;
    }

    private static void promiseToTell(Handle handle, IncidentId id, Row row) {
        if (row.entry().told()) {
            Promise say = Promise.toRoom(id, Chore.SAY, String.valueOf(row.seq()), row.recordedAt());
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
        Origin first = entries.get(0).origin();
        marked.set(0, entries.get(0).from(new Origin(origin, first.message(), first.threadTs())));
        return marked;
    }
}
