package dev.muster.main;

import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.store.Store;
import dev.muster.timeline.Chain;
import dev.muster.timeline.export.Exporter;
import dev.muster.timeline.export.Format;
import dev.muster.timeline.export.Glance;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Writes a timeline out. */
@Command(name = "export", description = "Writes a timeline out.", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

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
            WholeFile.write(out, writer -> write(store, id, format, writer));
        }
        return 0;
    }

    /** Writes all that is there now; what comes meanwhile is not in it. */
    static void write(Store store, IncidentId id, Format format, Appendable to) {
        Incident found = store.incidents().get(id);
        Chain head = store.timelines().head(id);
        Glance glance = new Glance();
        store.timelines().each(id, head, glance::see);
        Exporter exporter = new Exporter(format, found, glance, to);
        exporter.begin();
        store.timelines().each(id, head, exporter::row);
        exporter.end(head);
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
}
