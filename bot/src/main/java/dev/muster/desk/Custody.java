package dev.muster.desk;

import dev.muster.incident.Actor;
import dev.muster.incident.Entry;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Keeping;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Refusal;
import dev.muster.incident.UserId;
import dev.muster.timeline.Correction;
import dev.muster.timeline.Row;
import dev.muster.timeline.RowNumbers;
import dev.muster.timeline.Verification;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Takes care of what was written down: corrects it, takes words off it, keeps it for a court, forgets it in time. Whatever
 * is done to a timeline stands on it.
 */
public final class Custody {

    private final Incidents incidents;
    private final Timelines timelines;
    private final IncidentDesk desk;
    private final InstantSource clock;

    public Custody(Incidents incidents, Timelines timelines, IncidentDesk desk, InstantSource clock) {
        this.incidents = incidents;
        this.timelines = timelines;
        this.desk = desk;
        this.clock = clock;
    }

    /** Says of a line that it was otherwise. The line stays as it is; how it was and how it is both stand in the new one. */
    public Row correct(
            IncidentId id,
            long seq,
            Optional<Instant> happened,
            Optional<String> words,
            Actor by,
            Optional<String> origin) {
        Row row = timelines.find(id, seq).orElseThrow(() -> noLine(id, seq));
        if (row.isRedacted() || row.entry().kind() == Kind.REDACTED) {
            throw new Refusal("Line %d was redacted. There is nothing to correct; nothing was changed.".formatted(seq));
        }
        Entry line = Correction.of(row, happened, words, by, clock.instant());
        desk.change(id, origin, (incident, at) -> Keeping.remember(incident, line));
        return row;
    }

    /** Looks at the lines with these numbers, one after another. @throws Refusal at the first that is not there */
    public void each(IncidentId id, RowNumbers numbers, Consumer<Row> reader) {
        numbers.all().forEach(seq -> reader.accept(timelines.find(id, seq).orElseThrow(() -> noLine(id, seq))));
    }

    /** Takes what these lines say off the record, and with it every wording of the same messages. */
    public RowNumbers redact(IncidentId id, RowNumbers rows, String reason, Actor by) {
        free(id);
        each(id, rows, row -> {});
        return redacted(id, rows, reason, Optional.of(by));
    }

    /** The same, as whoever runs the bot decides. */
    public RowNumbers redact(IncidentId id, RowNumbers rows, String reason) {
        free(id);
        return redacted(id, rows, reason, Optional.empty());
    }

    /** The lines about a message. @throws Refusal if there are none */
    public RowNumbers linesAbout(IncidentId id, MessageRef message) {
        List<Row> about = timelines.about(id, message, message);
        if (about.isEmpty()) {
            throw new Refusal("That message is not on the timeline of %s (yet). Nothing was changed.".formatted(id));
        }
        return RowNumbers.of(about.stream().map(Row::seq).toList());
    }

    /** Takes off what one person said, on every timeline that is not on hold; how many lines that was. */
    public long erase(UserId person, String reason) {
        return incidents.ids().stream()
                .filter(id -> !incidents.get(id).facts().held())
                .mapToLong(id -> erase(id, person, reason))
                .sum();
    }

    private long erase(IncidentId id, UserId person, String reason) {
        RowNumbers said = timelines.saying(id, Optional.of(person));
        return redacted(id, said, reason, Optional.empty()).all().size();
    }

    /** Takes off every line whose text is found, whoever said it. */
    public RowNumbers redactWhere(IncidentId id, Predicate<String> text, String reason) {
        free(id);
        List<Long> found = new ArrayList<>();
        timelines.each(id, row -> {
            if (!row.isRedacted() && text.test(row.entry().text())) {
                found.add(row.seq());
            }
        });
        return redacted(id, RowNumbers.of(found), reason, Optional.empty());
    }

    /** Takes off all that was said in an incident whose time is over. */
    public RowNumbers forget(IncidentId id, String reason) {
        free(id);
        return redacted(id, timelines.saying(id, Optional.empty()), reason, Optional.empty());
    }

    private RowNumbers redacted(IncidentId id, RowNumbers rows, String reason, Optional<Actor> by) {
        Instant now = clock.instant();
        return rows.all().isEmpty() ? rows : timelines.redact(id, rows, blanked -> line(blanked, reason, by, now));
    }

    private static Entry line(RowNumbers rows, String reason, Optional<Actor> by, Instant now) {
        String text = "Redacted %s %s because %s".formatted(rows.all().size() == 1 ? "line" : "lines", rows, reason);
        Entry line = by.map(person -> Entry.of(now, Kind.REDACTED, person, text))
                .orElseGet(() -> Entry.ofBot(now, Kind.REDACTED, text));
        return line.with(Verification.REDACTED_ROWS, rows.toString()).with("reason", reason);
    }

    private void free(IncidentId id) {
        if (incidents.get(id).facts().held()) {
            throw new Refusal(
                    "%s is on legal hold: nothing may be taken off its record. Nothing was changed. To end the hold: `/incident %d hold end because …`."
                            .formatted(id, id.number()));
        }
    }

    private static Refusal noLine(IncidentId id, long seq) {
        return new Refusal(
                "%s has no line %d. Nothing was changed. The numbers stand before the lines: `/incident %d timeline`."
                        .formatted(id, seq, id.number()));
    }
}
