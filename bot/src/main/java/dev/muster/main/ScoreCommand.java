package dev.muster.main;

import dev.muster.config.Settings;
import dev.muster.desk.Drills;
import dev.muster.incident.Incident;
import dev.muster.scenario.score.Paper;
import dev.muster.scenario.score.Score;
import dev.muster.store.Store;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes out what a rehearsal came to. */
@Command(name = "score", description = "Writes out what a drill came to.", mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

    /** How it can be written. */
    enum Shape {
        md,
        html,
        json
    }

    @Parameters(paramLabel = "INC-42", description = "Which drill")
    private String incident = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "md, html or json (default: md)")
    private Shape format = Shape.md;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "A file, written whole or not at all; - is standard output (default: -)")
    private String out = "-";

    @Override
    public Integer call() {
        try (Store store = Terminal.store()) {
            Settings settings = Terminal.settings();
            Incident found = store.incidents().get(Terminal.incident(incident));
            if (!found.facts().drill()) {
                System.err.println(
                        found.id() + " is no drill, so nothing is counted. Name one: muster incident list --all");
                return 1;
            }
            String text = written(store, settings, found);
            WholeFile.write(out, writer -> Terminal.append(writer, text));
        }
        return 0;
    }

    private String written(Store store, Settings settings, Incident found) {
        Drills drills = new Drills(
                store.timelines(),
                store.runs()::list,
                new ScenarioShelf(settings.scenarios()),
                store.scores(),
                settings.house().handbook());
        Score score = drills.score(found);
        List<Score> before = drills.before(score);
        Paper paper = new Paper(score, before, settings.house().zone());
        return switch (format) {
            case md -> paper.markdown();
            case html -> MarkdownPage.of(paper.markdown());
            case json -> ScoreJson.of(score, before);
        };
    }
}
