package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.desk.Insights;
import dev.muster.insight.Figures;
import dev.muster.insight.Ink;
import dev.muster.insight.Period;
import dev.muster.insight.Report;
import dev.muster.store.Store;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what incidents come to. */
@Command(
        name = "insights",
        description = "Counts incidents, private ones, too: how many, how long they took, what comes back.",
        mixinStandardHelpOptions = true)
final class InsightsCommand implements Callable<Integer> {

    @Option(
            names = "--since",
            paramLabel = "PERIOD",
            defaultValue = "90d",
            description = "90d, 2026-Q3, 2026-09 or 2026 (default: 90d)")
    private String since = "";

    @Option(names = "--json", description = "As a JSON object, with every single duration in seconds")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        InstantSource clock = InstantSource.system();
        ZoneId zone = Terminal.settings().house().zone();
        Period period = Period.find(since, clock.instant(), zone)
                .orElseThrow(() -> new Mistake(since, "is no period. Try 90d, 2026-Q3, 2026-09 or 2026."));
        try (Store store = Terminal.store();
                PrintStream out = Terminal.out("-")) {
            Figures figures = new Insights(store.archive(), store.incidents(), clock).of(period, incident -> true);
            out.println(json ? FiguresJson.of(figures) : new Report(figures, Ink.PLAIN).text(zone));
        }
        return 0;
    }
}
