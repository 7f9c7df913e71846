package dev.muster.main;

import dev.muster.config.Settings;
import dev.muster.desk.Recall;
import dev.muster.desk.ReviewDesk;
import dev.muster.incident.Incident;
import dev.muster.review.Document;
import dev.muster.store.Store;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a post-mortem out. */
@Command(
        name = "postmortem",
        description = "Writes a post-mortem out: what people wrote, and the record for the rest.",
        subcommands = ImportPostmortemCommand.class,
        mixinStandardHelpOptions = true)
final class PostmortemCommand implements Callable<Integer> {

    /** How it can be written. */
    enum Shape {
        md,
        html
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "INC-42", arity = "0..1", description = "Which incident")
    private String incident = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "md or html (default: md)")
    private Shape format = Shape.md;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "A file, written whole or not at all; - is standard output (default: -)")
    private String out = "-";

    @Override
    public Integer call() {
        if (incident.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Which incident? Name one like INC-42.");
        }
        try (Store store = Terminal.store()) {
            Incident found = store.incidents().get(Terminal.incident(incident));
            Settings settings = Terminal.settings();
            ReviewDesk desk = desk(store, settings);
            Document document = desk.document(found, settings.house().zone());
            String text = format == Shape.md ? document.editable() : MarkdownPage.of(document.markdown());
            WholeFile.write(out, writer -> Terminal.append(writer, text));
        }
        return 0;
    }

    /** The desk beside a running bot. */
    static ReviewDesk desk(Store store, Settings settings) {
        return new ReviewDesk(
                store.reviews(),
                store.timelines(),
                store.runs()::list,
                new Recall(store.archive(), store.incidents(), store.timelines(), store.reviews()),
                settings.papers(),
                InstantSource.system(),
                () -> {});
    }
}
