package dev.muster.scenario.file;

import dev.muster.incident.Words;
import dev.muster.scenario.Cue;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** A scenario in words, for whoever leads a rehearsal. */
public final class Manual {

    private Manual() {}

    /** All that is in it. */
    public static List<String> lines(Scenario scenario) {
        List<String> lines = new ArrayList<>();
        lines.add("%s (%s): %s".formatted(scenario.id(), scenario.severity(), scenario.title()));
        lines.add(scenario.about());
        lines.add(scenario.source());
        lines.add("");
        scenario.cast()
                .forEach(
                        one -> lines.add("  %s: %s, %s, %s".formatted(one.id(), one.name(), one.part(), one.temper())));
        section("Before it is declared", scenario.opening(), lines);
        section("From then on", scenario.injects(), lines);
        lines.add("");
        lines.add("What should be found out:");
        scenario.findings().forEach(one -> lines.add("  %s: %s".formatted(one.id(), one.title())));
        return lines;
    }

    private static void section(String title, List<Inject> injects, List<String> lines) {
        lines.add("");
        lines.add(title + ":");
        injects.forEach(one -> lines.add(
                "  %-10s %s: %s".formatted(when(one.cue()), one.id(), one.act().summary(1))));
    }

    private static String when(Cue cue) {
        String so = cue.when().isEmpty() ? "at " : "if so, ";
        return so + (cue.after().isZero() ? "once" : Words.of(cue.after()));
    }
}
