package dev.muster.scenario.score;

import dev.muster.incident.Kind;
import dev.muster.incident.Stage;
import dev.muster.timeline.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether what was done had been agreed on, and stands on the record. */
final class Deciding {

    /** Somebody says that they have changed something. */
    private static final Pattern CHANGED = Pattern.compile(
            "\\b(?:i|we)(?:'ve| have| just|'ve just| have just)? (?:restarted|rolled back|reverted|deployed|scaled|deleted|failed over|killed|rebooted|purged|promoted|increased|raised|lowered|switched|disabled|enabled|truncated|cleaned|redeployed|stopped)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Performance seen;

    Deciding(Performance seen) {
        this.seen = seen;
    }

    List<Measure> measures() {
        return List.of(recorded(), approved());
    }

    private Measure recorded() {
        Optional<Row> first = seen.of(Kind.DECISION).findFirst();
        Instant relief = seen.reached(Stage.MONITORING).orElse(seen.ended());
        int points = first.map(row -> row.entry().at().isAfter(relief) ? 3 : 6).orElse(0);
        String result = first.map(row -> seen.of(Kind.DECISION).count() + " on the record, the first "
                        + Performance.words(seen.since(seen.declared(), row)))
                .orElse("none is on the record");
        return new Measure(
                "decisions",
                "Decisions",
                points,
                6,
                result,
                Performance.moments(seen.of(Kind.DECISION)),
                Practice.DECISIONS);
    }

    private Measure approved() {
        List<Row> unasked = seen.words()
                .filter(row -> row.entry().kind() != Kind.ACTION)
                .filter(row -> CHANGED.matcher(row.entry().text()).find())
                .filter(row -> !isDecided(row.entry().at()))
                .toList();
        String result = unasked.isEmpty()
                ? "none was told that nobody had decided on"
                : unasked.size() + " told of before anybody had decided anything";
        return new Measure(
                "approval",
                "Changes without approval",
                8 - 4 * unasked.size(),
                8,
                result,
                Performance.moments(unasked.stream()),
                Practice.APPROVAL);
    }

    private boolean isDecided(Instant at) {
        return seen.of(Kind.DECISION).anyMatch(row -> !row.entry().at().isAfter(at));
    }
}
