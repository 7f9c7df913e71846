package dev.muster.timeline.export;

import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Exported;
import dev.muster.timeline.Fields;
import dev.muster.timeline.Row;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in Markdown, for a wiki or a review. Rows that only fill the record are counted, not shown. */
final class MarkdownTable implements Shape {

    private final Incident incident;
    private final Glance glance;
    private final Out out;
    private long fillers;

    MarkdownTable(Incident incident, Glance glance, Out out) {
        this.incident = incident;
        this.glance = glance;
        this.out = out;
    }

    @Override
    public void begin() {
        out.raw("# Timeline of ").raw(incident.id().toString()).raw(": ").raw(cell(incident.title()));
        out.raw("\n\nTimes are UTC. Key moments are **bold**.\n\n| Time | Who | What |\n|---|---|---|\n");
    }

    @Override
    public void row(Row row) {
        Reading reading = glance.read(row);
        if (Telling.isFiller(reading)) {
            fillers++;
            return;
        }
        String what = cell(what(reading));
        out.raw("| ").raw(Exported.time(reading.at()));
        out.raw(" | ").raw(cell(Telling.who(row.entry())));
        out.raw(" | ").raw(reading.key() && !what.isEmpty() ? "**" + what + "**" : what);
        out.raw(" |\n");
    }

    @Override
    public void end(Chain head) {
        if (fillers > 0) {
            out.raw("\nLeft out: ").number(fillers).raw(fillers == 1 ? " row that only fills" : " rows that only fill");
            out.raw(" the record (reactions, comings and goings, the bot's own posts).\n");
        }
        out.raw("\nHead hash: `")
                .raw(head.head())
                .raw("` (rows 1 to ")
                .number(head.length())
                .raw(")\n");
    }

    private static String what(Reading reading) {
        return Stream.of(prefix(reading).strip(), text(reading), files(reading), corrections(reading))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String prefix(Reading reading) {
        String thread = reading.inThread() ? "(in a thread) " : "";
        String about = Telling.about(reading);
        return thread
                + switch (reading.entry().kind()) {
                    case MESSAGE, BOT -> "";
                    case MESSAGE_EDITED, MESSAGE_DELETED -> "(" + about + ")";
                    case PINNED, UNPINNED -> reading.entry().kind().lasting() + ": " + about;
                    default -> reading.entry().kind().lasting().replace('_', ' ') + ":";
                };
    }

    private static String text(Reading reading) {
        return reading.redacted() ? Telling.REDACTED : reading.text();
    }

    private static String files(Reading reading) {
        List<String> names = Telling.fileNames(new Fields(reading.entry().data()));
        return names.isEmpty() || reading.redacted() ? "" : "(files: " + String.join(", ", names) + ")";
    }

    private static String corrections(Reading reading) {
        Entry entry = reading.entry();
        String time = reading.newTime()
                .map(by -> "(time corrected in row " + by.by() + ", before: " + Exported.time(entry.at()) + ")")
                .orElse("");
        String text = reading.newText()
                .map(by -> "(corrected in row " + by.by() + ", before: " + entry.text() + ")")
                .orElse("");
        return (time + " " + text).strip();
    }

    /** Text that can neither end its cell nor be read as markup. */
    static String cell(String text) {
        return Markup.printable(text.strip())
                .replaceAll("([\\\\`*_\\[\\]<>|#&~$])", "\\\\$1")
                .replaceAll("\\R", "<br>")
                .replace('\t', ' ');
    }
}
