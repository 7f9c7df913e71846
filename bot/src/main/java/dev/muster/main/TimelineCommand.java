package dev.muster.main;

import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.timeline.Verification;
import dev.muster.timeline.export.Exporter;
import dev.muster.timeline.export.Format;
import dev.muster.timeline.export.Glance;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Reads what was written down. */
@Command(
        name = "timeline",
        description = "Exports and verifies what was written down.",
        mixinStandardHelpOptions = true,
        subcommands = {TimelineCommand.ExportCommand.class, TimelineCommand.VerifyCommand.class})
final class TimelineCommand {

    /** Writes a timeline out. */
    @Command(name = "export", description = "Writes a timeline out.", mixinStandardHelpOptions = true)
    static final class ExportCommand implements Callable<Integer> {

        @Parameters(paramLabel = "INC-42", description = "Which incident")
        private String incident = "";

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                converter = FormatConverter.class,
                description = "jsonl, json, md, csv or html (default: jsonl)")
        private Format format = Format.JSONL;

        @Option(
                names = "--out",
                paramLabel = "FILE",
                defaultValue = "-",
                description = "A file, written whole or not at all; - is standard output (default: -)")
        private String out = "-";

        @Override
        public Integer call() {
            IncidentId id = Terminal.incident(incident);
            try (Store store = Terminal.store()) {
                Incident found = store.incidents().get(id);
                Glance glance = new Glance();
                store.incidents().each(id, glance::see);
                WholeFile.write(out, writer -> write(store, found, glance, writer));
            }
            return 0;
        }

        private void write(Store store, Incident found, Glance glance, Writer writer) {
            Exporter exporter = new Exporter(format, found, glance, writer);
            exporter.begin();
            store.incidents().each(found.id(), exporter::row);
            exporter.end(glance.head());
        }
    }

    /** Reads the name of a format. */
    static final class FormatConverter implements ITypeConverter<Format> {

        @Override
        public Format convert(String word) {
            return Format.find(word)
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no format '" + word + "'. Try jsonl, json, md, csv or html."));
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
            store.incidents().each(id, verification::next);
            verification.end(store.incidents().head(id));
            String verdict = verification
                    .firstBad()
                    .map(bad -> "row " + bad + " is not as it was written")
                    .orElse("complete from 1 to " + verification.verified().length());
            System.out.println(id + ": " + verdict);
            return verification.firstBad().isPresent() ? 1 : 0;
        }
    }
}
