package dev.muster.timeline.export;

import dev.muster.incident.Incident;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Row;

/**
 * Writes a timeline out, row by row, so that length does not matter. Takes a second pass over the rows that the
 * {@link Glance} has seen in a first; rows that were added between the two are left out, so that both passes tell the
 * same story. The same rows always give the same text, whenever and in whichever locale. Not for several threads.
 */
public final class Exporter {

    private final Glance glance;
    private final Shape shape;

    /**
     * @param glance has seen every row
     * @param to gets the text; a failure to write is thrown as {@link java.io.UncheckedIOException}
     */
    public Exporter(Format format, Incident incident, Glance glance, Appendable to) {
        this.glance = glance;
        this.shape = shape(format, incident, glance, new Out(to));
    }

    public void begin() {
        shape.begin();
    }

    /** The next row, in the order of {@code seq}. */
    public void row(Row row) {
        if (row.seq() <= glance.rows()) {
            shape.row(row);
        }
    }

    /** @param head where the chain over the rows ends: {@link Glance#head()} */
    public void end(Chain head) {
        shape.end(head);
    }

    private static Shape shape(Format format, Incident incident, Glance glance, Out out) {
        return switch (format) {
            case JSONL -> new JsonLines(glance, out);
            case JSON -> new JsonObject(incident, glance, out);
            case MD -> new MarkdownTable(incident, glance, out);
            case CSV -> new CsvTable(glance, out);
            case HTML -> new HtmlPage(incident, glance, out);
        };
    }
}
