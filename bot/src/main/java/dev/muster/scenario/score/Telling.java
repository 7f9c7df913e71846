package dev.muster.scenario.score;

import dev.muster.incident.Cadence;
import dev.muster.incident.Kind;
import dev.muster.timeline.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether everybody was told how it stands. */
final class Telling {

    /** Whoever reads it knows what is being done. */
    private static final Pattern DOING = Pattern.compile(
            "we are |we're |being |going to |about to |\\bwill \\b|\\bnow \\w+ing\\b|\\b(?:restart|roll|scal|fail|investigat|switch|restor|deploy|clean|renew|purg|warm|wait|watch|monitor|check|test)\\w*ing\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int A_SENTENCE = 20;

    private final Performance seen;

    Telling(Performance seen) {
        this.seen = seen;
    }

    List<Measure> measures() {
        return List.of(first(), cadence(), complete(), impact());
    }

    private Measure first() {
        Duration wanted = seen.handbook().rule(seen.incident().severity()).updateEvery();
        Optional<Row> first = seen.of(Kind.UPDATE).findFirst();
        Optional<Duration> took = first.map(row -> seen.since(seen.declared(), row));
        return new Measure(
                "first-update",
                "First update",
                took.map(lasted -> Performance.points(lasted, wanted, 8)).orElse(0),
                8,
                took.map(Performance::words).orElse("none was given"),
                Performance.moments(first.stream()),
                Practice.UPDATES);
    }

    private Measure cadence() {
        Cadence kept = seen.incident().rhythm().cadence();
        long inTime = kept.owed() - kept.late();
        String result = kept.owed() == 0
                ? "it was over before one was owed"
                : "%d of %d in time".formatted(inTime, kept.owed());
        int points = kept.owed() == 0 ? 8 : (int) (8 * inTime / kept.owed());
        return new Measure("cadence", "Updates in time", points, 8, result, List.of(), Practice.UPDATES);
    }

    private Measure complete() {
        List<Row> updates = seen.of(Kind.UPDATE).toList();
        List<Row> bare = updates.stream().filter(row -> !isComplete(row)).toList();
        String result = updates.isEmpty()
                ? "none was given"
                : "%d of %d say what is known and what is being done"
                        .formatted(updates.size() - bare.size(), updates.size());
        int points = updates.isEmpty() ? 0 : 4 * (updates.size() - bare.size()) / updates.size();
        return new Measure(
                "complete",
                "What updates say",
                points,
                4,
                result,
                Performance.moments(bare.stream()),
                Practice.UPDATES);
    }

    private static boolean isComplete(Row row) {
        String text = row.entry().text();
        return text.strip().length() >= A_SENTENCE && DOING.matcher(text).find();
    }

    private Measure impact() {
        boolean isKnown = seen.incident().conduct().impact().isAssessed();
        return new Measure(
                "impact",
                "Impact",
                isKnown ? 4 : 0,
                4,
                isKnown ? "on the record" : "nobody wrote down whom it hit",
                Performance.moments(seen.of(Kind.IMPACT)),
                Practice.IMPACT);
    }
}
