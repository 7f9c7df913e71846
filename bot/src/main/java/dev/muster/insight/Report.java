package dev.muster.insight;

import dev.muster.incident.Cadence;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Words;
import dev.muster.review.Span;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures in words, with what each of them means and of how many it is made. */
public final class Report {

    private static final int NAMED = 5;
    private static final int SERVICE = 60;
    private static final String UNKNOWN = "of none is it known";

    private final Figures figures;
    private final Ink ink;

    public Report(Figures figures, Ink ink) {
        this.figures = figures;
        this.ink = ink;
    }

    /** All of it, in lines; every picture in it is told in words, too. */
    public String text(ZoneId zone) {
        List<String> lines = new ArrayList<>(List.of(head(zone), leftOut()));
        if (figures.count() > 0) {
            lines.addAll(counted());
            lines.addAll(durations());
            lines.add(updates());
            lines.add(items());
            lines.addAll(recurring());
        }
        return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** How many there were of each sort. */
    List<String> counted() {
        return List.of(
                ink.bold("Severity:") + " " + counts(figures.severities(), 3),
                ink.bold("Service:") + " " + named(counts(figures.services(), NAMED)),
                ink.bold("Cause:") + " " + named(counts(figures.causes(), NAMED)) + unexplained());
    }

    /** How long a step took, in short. */
    String brief(Span span) {
        Durations took = figures.took(span);
        String what = "%s %s (%s): ".formatted(span.code(), span.title().toLowerCase(Locale.ROOT), span.definition());
        return what + took.median().map(median -> briefly(median, took)).orElse(UNKNOWN);
    }

    private static String briefly(Duration median, Durations took) {
        return "median %s, p90 %s, n = %d".formatted(words(median), most(took), took.count());
    }

    /** Which causes came back. */
    List<String> recurring() {
        return figures.recurring().stream().limit(NAMED).map(this::comesBack).toList();
    }

    private String head(ZoneId zone) {
        return "%s: %s declared from %s to %s."
                .formatted(
                        ink.bold("Insights, " + figures.period().name()),
                        many(figures.count(), "incident"),
                        Words.day(figures.period().from(), zone),
                        Words.day(figures.period().until(), zone));
    }

    String leftOut() {
        return figures.drills() + figures.ended() == 0
                ? "Left out: none (drills, false alarms, duplicates)."
                : "Left out: drills %d, false alarms and duplicates %d.".formatted(figures.drills(), figures.ended());
    }

    private String counts(Map<?, Integer> counts, int most) {
        String shown = counts.entrySet().stream()
                .limit(most)
                .map(count -> "%s %d".formatted(ink.theirs(cut(count.getKey().toString())), count.getValue()))
                .collect(Collectors.joining(" · "));
        return counts.size() > most ? "%s · and %d others".formatted(shown, counts.size() - most) : shown;
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= SERVICE
                ? name
                : name.substring(0, name.offsetByCodePoints(0, SERVICE - 1)) + "…";
    }

    private static String named(String counts) {
        return counts.isEmpty() ? "none named" : counts;
    }

    private String unexplained() {
        return figures.unexplained() == 0
                ? ""
                : " · %d without (`/incident INC-7 cause …` names it)".formatted(figures.unexplained());
    }

    private List<String> durations() {
        List<String> lines = new ArrayList<>(List.of(ink.bold("How long it took")
                + " (median; p90, what nine of ten did not exceed, from %d incidents on; never a mean):"
                        .formatted(Durations.ENOUGH)));
        Arrays.stream(Span.values()).map(this::duration).forEach(lines::add);
        String strips = Arrays.stream(Span.values())
                .map(span -> "%s |%s".formatted(span.code(), Strip.of(figures.took(span))))
                .collect(Collectors.joining("\n"));
        lines.add(ink.block(strips + "\n     " + Strip.scale()));
        lines.add("In the picture each incident is a point; a digit says how many are in one place, + is ten or more.");
        return lines;
    }

    private String duration(Span span) {
        Durations took = figures.took(span);
        String what = "%s %s (%s): ".formatted(span.code(), span.title().toLowerCase(Locale.ROOT), span.definition());
        return what + took.median().map(median -> told(median, took)).orElse(UNKNOWN);
    }

    private static String told(Duration median, Durations took) {
        return "median %s, p90 %s, n = %d; the shortest %s, half from %s to %s, the longest %s"
                .formatted(
                        words(median),
                        most(took),
                        took.count(),
                        words(took.at(0)),
                        words(took.at(0.25)),
                        words(took.at(0.75)),
                        words(took.at(1)));
    }

    private static String most(Durations took) {
        return took.ninetieth().map(Report::words).orElse("needs %d".formatted(Durations.ENOUGH));
    }

    private static String words(Duration duration) {
        return Words.of(duration);
    }

    String updates() {
        Cadence cadence = figures.cadence();
        return ink.bold("Updates:")
                + (cadence.owed() == 0
                        ? " none was owed"
                        : " %d of %d that were owed came in time (%d %%)"
                                .formatted(
                                        cadence.owed() - cadence.late(),
                                        cadence.owed(),
                                        100 * (cadence.owed() - cadence.late()) / cadence.owed()));
    }

    String items() {
        Case.Items items = figures.items();
        String age = figures.ages()
                .median()
                .map(median -> " (median age %s)".formatted(words(median)))
                .orElse("");
        return ink.bold("Action items:")
                + " %d open%s, %d of them overdue; %d done and not verified, %d verified, %d dropped"
                        .formatted(
                                items.open(), age, figures.overdue(), items.done(), items.verified(), items.dropped());
    }

    private String comesBack(Recurrence again) {
        String more = again.count() > again.newest().size() ? " …" : "";
        String ids = again.newest().stream().map(IncidentId::toString).collect(Collectors.joining(", "));
        String common = again.services().entrySet().stream()
                .filter(service -> 2 * service.getValue() >= again.count())
                .limit(3)
                .map(service -> "%d hit %s".formatted(service.getValue(), ink.theirs(cut(service.getKey()))))
                .collect(Collectors.joining(", "));
        return "%s %s, in %d incidents (%s%s); %s; %s still open"
                .formatted(
                        ink.bold("Comes back:"),
                        again.cause(),
                        again.count(),
                        ids,
                        more,
                        common.isEmpty() ? "no service in common" : "of them " + common,
                        many(again.openItems(), "action item"));
    }

    static String many(int count, String what) {
        return count == 1 ? "1 " + what : "%,d %ss".formatted(count, what);
    }
}
