package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Found;
import dev.muster.desk.Notice.Lines;
import dev.muster.desk.Search;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.timeline.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of timelines: the last key moments of one, or what was found on several. */
final class LinesView {

    private static final int LONGEST = 280;

    private LinesView() {}

    static Message of(Lines notice) {
        String head = "*Key moments of %s* (the timeline has %d lines)"
                .formatted(Says.name(notice.incident()), notice.head().length());
        List<String> lines = notice.rows().stream().map(row -> line("", row)).toList();
        return NoticeView.message(
                head + "\n" + told(lines),
                blocks(
                        head,
                        lines,
                        List.of(
                                Kit.actions(
                                        "take",
                                        List.of(
                                                Kit.button(
                                                        "Search",
                                                        "form search "
                                                                + notice.incident()
                                                                        .id()),
                                                Kit.button(
                                                        "Send me all of it",
                                                        notice.incident().id() + " timeline export html"),
                                                Kit.button(
                                                        "… as Markdown",
                                                        notice.incident().id() + " timeline export md"))),
                                Kit.context("`/incident correct 17 14:02 what it should say` corrects a line, "
                                        + "`/incident redact 17 because …` blanks one."))));
    }

    static Message of(Found notice) {
        String head = "*%s* (newest first)".formatted(Markup.escape(notice.title(), 200));
        List<String> lines = notice.finds().stream().map(LinesView::line).toList();
        List<LayoutBlock> more = notice.older().isEmpty()
                ? List.of()
                : List.of(Kit.actions("older", List.of(Kit.button("Older", Texts.cut(notice.older(), 2000)))));
        return NoticeView.message(head + "\n" + told(lines), blocks(head, lines, more));
    }

    private static String told(List<String> lines) {
        return lines.isEmpty() ? "Nothing." : String.join("\n", lines);
    }

    /** Each line is a block of its own, so that none is cut for another's length. */
    private static List<LayoutBlock> blocks(String head, List<String> lines, List<LayoutBlock> more) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Kit.section(head));
        lines.stream().map(Kit::section).forEach(blocks::add);
        if (lines.isEmpty()) {
            blocks.add(Kit.section("Nothing."));
        }
        blocks.addAll(more);
        return blocks;
    }

    private static String line(Search.Found found) {
        return line("*" + found.incident() + "* ", found.row());
    }

    private static String line(String incident, Row row) {
        Entry entry = row.entry();
        String who = entry.actor()
                .map(actor -> " · " + Markup.escape(actor.name(), 60))
                .orElse("");
        return "%s#%d · %s%s · %s\n%s"
                .formatted(incident, row.seq(), Markup.time(entry.at()), who, kind(entry.kind()), said(row));
    }

    private static String kind(Kind kind) {
        return kind.lasting().replace('_', ' ');
    }

    private static String said(Row row) {
        String text = row.isRedacted() ? "(redacted)" : row.entry().text();
        String shown = text.isBlank() ? "(no text)" : text;
        return ">" + Markup.escape(shown, LONGEST).lines().collect(Collectors.joining("\n>"));
    }
}
