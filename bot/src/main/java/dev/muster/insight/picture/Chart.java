package dev.muster.insight.picture;

import dev.muster.incident.Severity;
import dev.muster.incident.Words;
import dev.muster.insight.Durations;
import dev.muster.insight.Figures;
import dev.muster.insight.Week;
import dev.muster.insight.Weekly;
import dev.muster.review.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is drawn: how many incidents each week had, and how long each of them took. No words of people's are in it, since the
 * font cannot write all of the world's letters.
 *
 * @param columns oldest first
 */
public record Chart(String title, String subtitle, List<Column> columns, List<Strip> strips) {

    /**
     * A week's incidents.
     *
     * @param label its first day
     */
    public record Column(String label, Map<Severity, Integer> counts) {

        public Column {
            counts = Map.copyOf(counts);
        }

        public int count(Severity severity) {
            return counts.getOrDefault(severity, 0);
        }

        public int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        private String words() {
            String parts = Arrays.stream(Severity.values())
                    .filter(severity -> count(severity) > 0)
                    .map(severity -> severity + " " + count(severity))
                    .collect(Collectors.joining(", "));
            return total() == 0 ? label + ": none" : "%s: %d (%s)".formatted(label, total(), parts);
        }
    }

    /** How long something took, a point for each incident. */
    public record Strip(Span span, Durations took) {

        String heading() {
            return "%s: %s".formatted(span.title(), span.definition());
        }

        /** The values that are marked, each with what it is. */
        String marks() {
            return took.count() == 0
                    ? "n = 0: of none is it known"
                    : "n = %d, median %s, p90 %s"
                            .formatted(
                                    took.count(),
                                    took.median().map(Words::of).orElse("none"),
                                    took.ninetieth()
                                            .map(Words::of)
                                            .orElse("only from %d on".formatted(Durations.ENOUGH)));
        }

        private String words() {
            String range = took.count() == 0 ? "" : ", from %s to %s".formatted(words(0), words(1));
            return "%s (%s): %s%s.".formatted(span.title(), span.definition(), marks(), range);
        }

        private String words(double share) {
            return Words.of(took.at(share));
        }
    }

    public Chart {
        columns = List.copyOf(columns);
        strips = List.copyOf(strips);
    }

    public static Chart of(Weekly weekly) {
        Week first = weekly.weeks().get(0);
        Week last = weekly.last();
        Figures all = weekly.all();
        return new Chart(
                "Incidents of the last %d weeks".formatted(weekly.weeks().size()),
                "%d declared from %s to %s, without drills, false alarms, duplicates and private ones"
                        .formatted(all.count(), first.begin(), last.end()),
                IntStream.range(0, weekly.weeks().size())
                        .mapToObj(number -> new Column(
                                weekly.weeks().get(number).begin(),
                                weekly.figures().get(number).severities()))
                        .toList(),
                Stream.of(Span.MITIGATION, Span.RECOVERY)
                        .map(span -> new Strip(span, all.took(span)))
                        .toList());
    }

    /** All that can be seen in the picture, for whoever does not see it. */
    public String words() {
        return "%s: %s. Columns, incidents a week by its first day: %s. %s"
                .formatted(
                        title,
                        subtitle,
                        columns.stream().map(Column::words).collect(Collectors.joining("; ")),
                        strips.stream().map(Strip::words).collect(Collectors.joining(" ")));
    }
}
