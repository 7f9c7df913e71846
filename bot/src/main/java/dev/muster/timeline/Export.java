package dev.muster.timeline;

import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import java.util.Set;

/** A row as others read it: a line of JSON, or a line of a Markdown table. */
public final class Export {

    private static final Set<Kind> SMALL_TALK =
            Set.of(Kind.BOT, Kind.REACTION_ADDED, Kind.REACTION_REMOVED, Kind.JOINED);

    private final Survey survey;

    /** @param survey has seen every row of the timeline */
    public Export(Survey survey) {
        this.survey = survey;
    }

    /** One object of the JSON lines, as the contract has it. */
    public String jsonLine(Row row) {
        return Json.write(Exported.of(row, survey.version(row), survey.isKey(row)));
    }

    /** What stands above the rows of a Markdown table. */
    public static String markdownHead(String incident, String title) {
        return "# Timeline of %s: %s\n\nTimes are UTC. Key moments are **bold**.\n\n| Time | Who | What |\n|---|---|---|\n"
                .formatted(incident, cell(title));
    }

    /** One row of a Markdown table; empty for what only fills it, such as reactions. */
    public String markdownLine(Row row) {
        Entry entry = row.entry();
        if (SMALL_TALK.contains(entry.kind()) && !survey.isKey(row)) {
            return "";
        }
        String who = entry.actor().map(actor -> cell(actor.name())).orElse("Muster");
        String what = cell(what(entry));
        return "| %s | %s | %s |\n"
                .formatted(Exported.time(entry.at()), who, survey.isKey(row) ? "**" + what + "**" : what);
    }

    private static String what(Entry entry) {
        return switch (entry.kind()) {
            case MESSAGE, BOT -> entry.text();
            case MESSAGE_EDITED -> "(edited) " + entry.text();
            case MESSAGE_DELETED -> "(a message was deleted)";
            default -> entry.kind().lasting().replace('_', ' ') + ": " + entry.text();
        };
    }

    /** Text that can neither end its cell nor be read as markup. */
    private static String cell(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1")
                .replaceAll("\\R", "<br>")
                .strip();
    }
}
