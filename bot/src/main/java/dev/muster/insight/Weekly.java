package dev.muster.insight;

import dev.muster.review.Span;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A week's figures beside those of the weeks before it.
 *
 * @param weeks oldest first; the last is the one that is told of
 * @param figures of each of them
 * @param all of all of them together
 */
public record Weekly(List<Week> weeks, List<Figures> figures, Figures all) {

    private static final int WEEKS = 8;

    public Weekly {
        weeks = List.copyOf(weeks);
        figures = List.copyOf(figures);
        if (weeks.size() < 2 || weeks.size() != figures.size()) {
            throw new IllegalArgumentException(
                    "weeks: %d, figures: %d (expected: as many, at least 2)".formatted(weeks.size(), figures.size()));
        }
    }

    /** Counts a week and the seven before it. */
    public static Weekly of(Week last, ZoneId zone, Function<Period, Figures> counting) {
        List<Week> weeks = last.andEarlier(WEEKS);
        return new Weekly(
                weeks,
                weeks.stream().map(week -> counting.apply(week.period(zone))).toList(),
                counting.apply(weeks.get(0).until(last, zone)));
    }

    /** The week that is told of. */
    public Week last() {
        return weeks.get(weeks.size() - 1);
    }

    private Figures ofLast() {
        return figures.get(figures.size() - 1);
    }

    /** All of it in few words; whatever a picture of it shows is in them. */
    public String text(Ink ink) {
        List<String> lines = new ArrayList<>(List.of(head(ink)));
        Report report = new Report(ofLast(), ink);
        if (ofLast().count() > 0) {
            lines.addAll(report.counted());
            Arrays.stream(Span.values()).map(report::brief).forEach(lines::add);
            lines.add(report.updates());
        }
        lines.add(report.leftOut() + " Private incidents are never in here.");
        lines.addAll(together(ink));
        return String.join("\n", lines);
    }

    private String head(Ink ink) {
        int before = figures.get(figures.size() - 2).count();
        return "%s: %s declared; the week before %s."
                .formatted(
                        ink.bold("Incidents from %s to %s".formatted(last().begin(), last().end())),
                        Report.many(ofLast().count(), "incident"),
                        before == 0 ? "none" : String.valueOf(before));
    }

    private List<String> together(Ink ink) {
        List<String> lines = new ArrayList<>();
        lines.add("%s %s (each week by its first day: %s)"
                .formatted(
                        ink.bold("The last %d weeks:".formatted(weeks.size())),
                        Report.many(all.count(), "incident"),
                        eachWeek()));
        if (all.count() > 0) {
            Report report = new Report(all, ink);
            lines.add(report.brief(Span.MITIGATION));
            lines.add(report.brief(Span.RECOVERY));
            lines.add(report.items());
            lines.addAll(report.recurring());
        }
        return lines;
    }

    private String eachWeek() {
        return IntStream.range(0, weeks.size())
                .mapToObj(number -> "%s %d"
                        .formatted(
                                weeks.get(number).begin(), figures.get(number).count()))
                .collect(Collectors.joining(" · "));
    }
}
