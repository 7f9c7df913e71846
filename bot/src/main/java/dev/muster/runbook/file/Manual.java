package dev.muster.runbook.file;

import dev.muster.config.shape.Fields;
import dev.muster.config.shape.Key;
import dev.muster.runbook.Action;
import java.util.ArrayList;
import java.util.List;

/** The format as a table in Markdown, for the manual. */
final class Manual {

    private Manual() {}

    /** The lines of the table. */
    static List<String> table() {
        List<String> lines = new ArrayList<>(List.of("| Key | | |", "|---|---|---|"));
        rows("", Format.TOP, lines);
        rows("metadata.", Format.METADATA, lines);
        rows("when[].", Format.OCCASION, lines);
        rows("parameters.NAME.", Format.PARAMETER, lines);
        rows("lint[].", Format.SILENCE, lines);
        rows("steps[].", StepFormat.COMMON, lines);
        lines.add("");
        lines.addAll(List.of("| Kind | Key | | |", "|---|---|---|---|"));
        for (Action.Kind kind : Action.Kind.values()) {
            rows(kind, StepFormat.own(kind), lines);
        }
        for (Key key : StepFormat.BRANCH.keys()) {
            lines.add("| | `branches[].%s` | %s | %s |".formatted(key.name(), needed(key), key.about()));
        }
        return lines;
    }

    private static void rows(String path, Fields fields, List<String> lines) {
        for (Key key : fields.keys()) {
            lines.add("| `%s%s` | %s | %s |".formatted(path, key.name(), needed(key), key.about()));
        }
    }

    private static void rows(Action.Kind kind, Fields own, List<String> lines) {
        for (Key key : own.keys()) {
            lines.add("| `%s` | `%s` | %s | %s |".formatted(kind, key.name(), needed(key), key.about()));
        }
    }

    private static String needed(Key key) {
        return key.needed() ? "needed" : "";
    }
}
