package dev.muster.timeline.export;

import dev.muster.incident.Entry;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Exported;
import dev.muster.timeline.Row;
import dev.muster.timeline.Survey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a first pass over all rows finds, for the pass that writes them: which wording a row is, what was corrected or
 * marked later, and what the picture of the incident shows. Memory is bounded by what people did to rows (edits, marks,
 * corrections), not by how much they said. Not for several threads.
 */
public final class Glance {

    /** How many of each sort of moment the picture remembers. */
    static final int MOST = 1_000;

    private final Survey survey = new Survey();
    private final Fate fate = new Fate();
    private final Story story = new Story();
    private final Map<Long, Correction> times = new HashMap<>();
    private final Map<Long, Correction> texts = new HashMap<>();
    private Chain head = Chain.EMPTY;
    private long rows;

    /** Looks at the next row; every row must have been seen before anything is written. */
    public void see(Row row) {
        survey.see(row);
        fate.see(row);
        Correction.find(row).filter(correction -> !isRedacted(row)).ifPresent(this::correct);
        story.see(read(row));
        head = head.after(row);
        rows = row.seq();
    }

    /** Where the chain over the rows that were seen ends. */
    public Chain head() {
        return head;
    }

    /** The number of the last row that was seen. */
    long rows() {
        return rows;
    }

    Story story() {
        return story;
    }

    Survey survey() {
        return survey;
    }

    /** The row as JSON has it. */
    Map<String, Object> exported(Row row) {
        return Exported.of(row, survey.version(row), survey.isKey(row));
    }

    /** The row as people read it. */
    Reading read(Row row) {
        boolean redacted = isRedacted(row);
        Optional<Correction> time = Optional.ofNullable(times.get(row.seq()));
        Optional<Correction> text = Optional.ofNullable(texts.get(row.seq())).filter(correction -> !redacted);
        Instant at = time.flatMap(Correction::at).orElse(row.entry().at());
        String plain = redacted ? "" : row.entry().text();
        return new Reading(
                row,
                at,
                text.flatMap(Correction::text).orElse(plain),
                survey.version(row),
                survey.isKey(row),
                redacted,
                time,
                text,
                fate.editedIn(row),
                fate.deletedIn(row));
    }

    /** The moment at the time by the latest correction of its row. */
    Moment retimed(Moment moment) {
        return Optional.ofNullable(times.get(moment.seq()))
                .flatMap(Correction::at)
                .map(at -> new Moment(moment.seq(), at, moment.text()))
                .orElse(moment);
    }

    /** The moment at the time and in the words of the latest corrections of its row. */
    Moment reworded(Moment moment) {
        Moment retimed = retimed(moment);
        return Optional.ofNullable(texts.get(moment.seq()))
                .filter(correction -> !moment.text().equals(Telling.REDACTED))
                .flatMap(Correction::text)
                .map(text -> new Moment(retimed.seq(), retimed.at(), Telling.shortened(text, Moment.LONGEST)))
                .orElse(retimed);
    }

    private void correct(Correction correction) {
        correction.at().ifPresent(at -> times.put(correction.of(), correction));
        correction.text().ifPresent(text -> texts.put(correction.of(), correction));
    }

    private static boolean isRedacted(Row row) {
        Entry entry = row.entry();
        return row.isRedacted() || Boolean.TRUE.equals(entry.data().get("redacted"));
    }
}
