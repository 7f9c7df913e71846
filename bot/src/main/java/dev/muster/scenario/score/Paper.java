package dev.muster.scenario.score;

import dev.muster.incident.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A score in words, beside those of earlier rehearsals. */
public final class Paper {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int NEXT = 3;

    private final Score score;
    private final List<Score> earlier;
    private final ZoneId zone;

    /** @param earlier of the same scenario, in any order */
    public Paper(Score score, List<Score> earlier, ZoneId zone) {
        this.score = score;
        this.earlier =
                earlier.stream().sorted(Comparator.comparing(Score::began)).toList();
        this.zone = zone;
    }

    /** The whole of it, in Markdown. */
    public String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("# Rehearsal: " + escaped(score.title()));
        lines.add("");
        lines.add("%s on %s. %s".formatted(score.incident(), Words.day(score.began(), zone), standing()));
        lines.add("");
        table(lines);
        if (!score.toPractise().isEmpty()) {
            lines.add("");
            lines.add("## What to practise");
            score.toPractise().forEach(measure -> practise(measure, lines));
        }
        return String.join("\n", lines) + "\n";
    }

    /** How it went in one sentence or two, without markup. */
    public String standing() {
        String reached = "Score: %d of 100%s.".formatted(score.percent(), score.over() ? "" : " so far");
        return last().map(before -> "%s %s".formatted(reached, compared(before)))
                .orElse(reached);
    }

    private String compared(Score before) {
        int best = earlier.stream().mapToInt(Score::percent).max().orElse(0);
        return "The last of %d earlier rehearsals of it came to %d, the best to %d."
                .formatted(earlier.size(), before.percent(), best);
    }

    private Optional<Score> last() {
        return earlier.stream().reduce((one, later) -> later);
    }

    /** What cost most, each in a line, without markup. */
    public List<String> next() {
        return score.toPractise().stream()
                .limit(NEXT)
                .map(measure -> "%s: %s. %s"
                        .formatted(
                                measure.title(),
                                measure.result(),
                                measure.practice().words()))
                .toList();
    }

    private void table(List<String> lines) {
        lines.add("| What | How it went | Points |%s".formatted(last().isPresent() ? " Last time |" : ""));
        lines.add("|---|---|---|%s".formatted(last().isPresent() ? "---|" : ""));
        for (Measure measure : score.measures()) {
            String before = last().map(one ->
                            " " + one.measure(measure.id()).map(Paper::points).orElse("–") + " |")
                    .orElse("");
            lines.add("| %s | %s | %s |%s"
                    .formatted(measure.title(), escaped(measure.result()), points(measure), before));
        }
    }

    private static String points(Measure measure) {
        return "%d of %d".formatted(measure.points(), measure.most());
    }

    private void practise(Measure measure, List<String> lines) {
        lines.add("");
        lines.add("### " + measure.title());
        lines.add("");
        lines.add("How it went: %s.".formatted(escaped(measure.result())));
        lines.add("");
        lines.add("%s *(%s)*"
                .formatted(measure.practice().words(), measure.practice().source()));
        if (!measure.moments().isEmpty()) {
            lines.add("");
        }
        for (Moment moment : measure.moments()) {
            String at = CLOCK.format(moment.at().atZone(zone));
            lines.add("- %s, row %d: %s".formatted(at, moment.row(), escaped(moment.text())));
        }
    }

    /** What people wrote stays text. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#~])", "\\\\$1");
    }
}
