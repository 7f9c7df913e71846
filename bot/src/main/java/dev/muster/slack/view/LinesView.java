package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Found;
import dev.muster.desk.Notice.Learned;
import dev.muster.desk.Notice.Lines;
import dev.muster.desk.Search;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.timeline.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of timelines: the last key moments of one, or what was found on several. */
final class LinesView {

    private static final int LONGEST = 280;
    private static final int NAMED = 6;

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
        List<String> lines = Stream.concat(
                        notice.learned().stream().map(LinesView::line),
                        notice.finds().stream().map(LinesView::line))
                .toList();
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

    /** What was learned, and by which other words it is found. */
    private static String line(Learned learned) {
        Incident incident = learned.incident();
        String marks = Stream.of(
                        named("services", incident.conduct().impact().services()),
                        named("causes", incident.conduct().diagnosis().causes()),
                        named("tags", incident.conduct().diagnosis().tags()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
        return ":mortar_board: *%s* post-mortem, published %s: %s%s\n>%s\n`/incident %d postmortem` has all of it."
                .formatted(
                        incident.id(),
                        Markup.time(learned.published()),
                        Markup.escape(incident.title(), LONGEST),
                        marks.isEmpty() ? "" : "\n" + marks,
                        Markup.escape(learned.excerpt(), LONGEST),
                        incident.id().number());
    }

    private static String named(String what, List<?> words) {
        String joined = words.stream()
                .limit(NAMED)
                .map(word -> Markup.escape(word.toString(), 60))
                .collect(Collectors.joining(", "));
        return joined.isEmpty() ? "" : what + " " + joined;
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
