package dev.muster.timeline.export;

import dev.muster.incident.Kind;
import dev.muster.timeline.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One row of the table of rows. */
final class HtmlRow {

    private static final int LONG = 1_500;
    private static final int TALL = 20;
    private static final Duration LATE = Duration.ofMinutes(5);

    private final Out out;

    HtmlRow(Out out) {
        this.out = out;
    }

    void write(Reading reading) {
        long seq = reading.row().seq();
        out.raw("<tr id=\"row-")
                .number(seq)
                .raw("\" class=\"")
                .raw(classes(reading))
                .raw("\"><td class=\"no\">");
        out.raw("<a href=\"#row-").number(seq).raw("\">").number(seq).raw("</a></td><td class=\"at\">");
        out.raw(HtmlFacts.time(reading.at(), Telling.clock(reading.at())));
        out.raw("</td><td class=\"who\"><bdi>")
                .text(Telling.who(reading.entry()))
                .raw("</bdi></td>");
        out.raw("<td class=\"kind\">").raw(reading.key() ? "<b title=\"key moment\">★</b> " : "");
        out.raw(Telling.kind(reading.entry().kind())).raw("</td><td class=\"what\">");
        what(reading);
        out.raw("</td></tr>\n");
    }

    private static String classes(Reading reading) {
        String weight = reading.key() ? "key" : Telling.isFiller(reading) ? "filler" : "row";
        return weight + (reading.inThread() ? " thread" : "") + (isTall(reading) ? " tall" : "");
    }

    private void what(Reading reading) {
        if (reading.inThread()) {
            note("↳ in a thread");
        }
        String about = reading.entry().kind() == Kind.MESSAGE_DELETED
                ? "(deleted) the message" + Telling.saidAt(reading)
                : Telling.about(reading);
        if (!about.isEmpty()) {
            note(about);
        }
        if (reading.redacted()) {
            note(Telling.REDACTED);
        } else {
            words(reading);
            files(Telling.fileNames(new Fields(reading.entry().data())));
        }
        reading.editedIn().ifPresent(row -> linked("(edited later, in ", row, ")"));
        reading.deletedIn().ifPresent(row -> linked("(deleted later, in ", row, ")"));
        corrections(reading);
        Correction.find(reading.row()).ifPresent(to -> linked("(corrects ", to.of(), ")"));
        late(reading);
    }

    private void words(Reading reading) {
        if (reading.text().isEmpty()) {
            return;
        }
        String scrolls = isTall(reading) ? " class=\"scrolls\" tabindex=\"0\"" : "";
        out.raw("<div dir=\"auto\"").raw(scrolls).raw(">").text(reading.text()).raw("</div>");
    }

    private void files(List<String> names) {
        for (String name : names) {
            out.raw("<span class=\"note\">file: <bdi>").text(name).raw("</bdi></span> ");
        }
    }

    private void corrections(Reading reading) {
        reading.newTime().ifPresent(by -> {
            Instant before = reading.entry().at();
            linked(
                    "(time corrected in ",
                    by.by(),
                    "; before: " + Telling.date(before) + " " + Telling.clock(before) + ")");
        });
        reading.newText().ifPresent(by -> {
            linked("(corrected in ", by.by(), "; before:)");
            out.raw("<div dir=\"auto\" class=\"before\">")
                    .text(reading.entry().text())
                    .raw("</div>");
        });
    }

    /** Says so when a row was written down long after what it tells of. */
    private void late(Reading reading) {
        Instant recorded = reading.row().recordedAt();
        if (recorded.isAfter(reading.at().plus(LATE))) {
            String day = Telling.isSameDay(recorded, reading.at()) ? "" : Telling.date(recorded) + " ";
            note("written down " + day + Telling.clock(recorded));
        }
    }

    private void linked(String before, long row, String after) {
        out.raw("<span class=\"note\">")
                .raw(before)
                .raw("<a href=\"#row-")
                .number(row)
                .raw("\">row ")
                .number(row);
        out.raw("</a>").raw(after).raw("</span> ");
    }

    private void note(String words) {
        out.raw("<span class=\"note\">").text(words).raw("</span> ");
    }

    /** Whether the words would fill most of a screen. */
    private static boolean isTall(Reading reading) {
        String text = reading.text();
        return text.length() > LONG
                || text.chars().filter(unit -> unit == '\n').limit(TALL).count() == TALL;
    }
}
