package dev.muster.main;

import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.timeline.Export;
import dev.muster.timeline.Survey;
import dev.muster.timeline.Verification;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads what was written down. */
@Command(
        name = "timeline",
        description = "Exports and verifies what was written down.",
        mixinStandardHelpOptions = true,
        subcommands = {TimelineCommand.ExportCommand.class, TimelineCommand.VerifyCommand.class})
final class TimelineCommand {

    /** How an export can look. */
    enum Format {
        jsonl,
        md
    }

    /** Writes a timeline out. */
    @Command(name = "export", description = "Writes a timeline out.", mixinStandardHelpOptions = true)
    static final class ExportCommand implements Callable<Integer> {

        @Parameters(paramLabel = "INC-42", description = "Which incident")
        private String incident = "";

        @Option(names = "--format", defaultValue = "jsonl", description = "${COMPLETION-CANDIDATES} (default: jsonl)")
        private Format format = Format.jsonl;

        @Option(names = "--out", defaultValue = "-", description = "A file; - is standard output (default: -)")
        private String out = "-";

        @Override
        public Integer call() throws Exception {
            IncidentId id = Terminal.incident(incident);
            try (Store store = Terminal.store();
                    PrintStream to = Terminal.out(out)) {
                Incident found = store.incidents().get(id);
                Survey survey = new Survey();
                store.timelines().each(id, survey::see);
                write(store, found, new Export(survey), to);
            }
            return 0;
        }

        private void write(Store store, Incident found, Export export, PrintStream to) {
            if (format == Format.md) {
                to.print(Export.markdownHead(found.id().toString(), found.title()));
                store.timelines().each(found.id(), row -> to.print(export.markdownLine(row)));
            } else {
                store.timelines().each(found.id(), row -> to.print(export.jsonLine(row) + "\n"));
            }
        }
    }

    /** Walks the hash chain. */
    @Command(
            name = "verify",
            description = "Walks the hash chain of one incident, or of all: 0 if every row is as it was written.",
            mixinStandardHelpOptions = true)
    static final class VerifyCommand implements Callable<Integer> {

        @Parameters(paramLabel = "INC-42", arity = "0..1", description = "Which incident; all if left out")
        private Optional<String> incident = Optional.empty();

        @Override
        public Integer call() {
            try (Store store = Terminal.store()) {
                List<IncidentId> ids = incident.map(word -> List.of(Terminal.incident(word)))
                        .orElseGet(() -> store.incidents().ids());
                return ids.stream().mapToInt(id -> verify(store, id)).max().orElse(0);
            }
        }

        private static int verify(Store store, IncidentId id) {
            Verification verification = new Verification();
            store.timelines().each(id, verification::next);
            verification.end(store.timelines().head(id));
            String verdict = verification
                    .firstBad()
                    .map(bad -> "row " + bad + " is not as it was written")
                    .orElse("complete from 1 to " + verification.verified().length());
            System.out.println(id + ": " + verdict);
            return verification.firstBad().isPresent() ? 1 : 0;
        }
    }
}
