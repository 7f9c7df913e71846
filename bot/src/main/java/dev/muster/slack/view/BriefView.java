package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Brief;
import dev.muster.desk.Notice.StepShown;
import dev.muster.incident.ActionItem;
import dev.muster.incident.Assessing;
import dev.muster.incident.Conduct;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Milestone;
import dev.muster.incident.Proposal;
import dev.muster.incident.Role;
import dev.muster.timeline.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where an incident stands, in the order in which somebody who has just come in asks. */
final class BriefView {

    private static final int LINE = 200;
    private static final int LINES = 10;

    private BriefView() {}

    static Message of(Brief brief) {
        List<String> parts = parts(brief);
        List<LayoutBlock> blocks = new ArrayList<>();
        parts.stream().map(Kit::section).forEach(blocks::add);
        return NoticeView.message(String.join("\n", parts), blocks);
    }

    static List<String> parts(Brief brief) {
        Incident incident = brief.incident();
        return Stream.of(
                        head(incident),
                        list("What has happened", brief.moments().stream().map(BriefView::line)),
                        list("Being tried", tried(incident.conduct())),
                        list("Steps to be done", brief.steps().stream().map(BriefView::line)),
                        list(
                                "Open action items",
                                incident.actions().stream()
                                        .filter(ActionItem::isOpen)
                                        .map(BriefView::line)))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String head(Incident incident) {
        String roles = Arrays.stream(Role.values())
                .map(role -> Says.capital(role.title()) + ": " + Says.holder(incident, role))
                .collect(Collectors.joining(" · "));
        String began = incident.time(Milestone.BEGAN)
                .map(at -> ", since " + Markup.time(at))
                .orElse("");
        return "%s *%s · %s*\nStage: *%s*%s\n%s\n*Impact:* %s\n%s"
                .formatted(
                        Says.severity(incident),
                        Says.name(incident),
                        Says.title(incident),
                        incident.stage(),
                        began,
                        roles,
                        impact(incident.conduct()),
                        update(incident));
    }

    private static String impact(Conduct conduct) {
        return conduct.impact().isKnown()
                ? Markup.escape(Assessing.inWords(conduct.impact()), 600)
                : "nobody has said yet";
    }

    private static String update(Incident incident) {
        String last = incident.rhythm()
                .latest()
                .map(update ->
                        "*Last update* %s: %s".formatted(Markup.time(update.at()), Markup.escape(update.text(), 600)))
                .orElse("*No update yet.*");
        return last
                + incident.rhythm()
                        .due()
                        .map(due -> "\n*Next update due* " + Markup.time(due))
                        .orElse("");
    }

    private static Stream<String> tried(Conduct conduct) {
        return conduct.proposals().stream().map(proposal -> "Proposal %d, *%s*%s: %s"
                .formatted(proposal.number(), proposal.state(), by(proposal), Markup.escape(proposal.text(), LINE)));
    }

    private static String by(Proposal proposal) {
        return proposal.decidedBy()
                .map(actor -> " by " + Markup.mention(actor.id()))
                .orElse(", to be decided");
    }

    private static String line(Row row) {
        Entry entry = row.entry();
        String text = row.isRedacted() ? "(redacted)" : entry.text();
        return "%s · %s".formatted(Markup.time(entry.at()), Markup.escape(text.replaceAll("\\s+", " "), LINE));
    }

    private static String line(StepShown shown) {
        return "%s: %s"
                .formatted(
                        Markup.escape(shown.book().title(), 80),
                        Markup.escape(shown.step().title(), LINE));
    }

    private static String line(ActionItem item) {
        return "%d %s · %s · due %s"
                .formatted(
                        item.number(),
                        Markup.escape(item.text(), LINE),
                        Markup.mention(item.owner()),
                        Markup.time(item.due()));
    }

    /** The last ones: what is older is on the timeline. */
    private static String list(String title, Stream<String> lines) {
        List<String> all = lines.toList();
        String shown = all.stream()
                .skip(Math.max(0, all.size() - LINES))
                .map(line -> "• " + line)
                .collect(Collectors.joining("\n"));
        return all.isEmpty() ? "" : "*" + title + "*\n" + shown;
    }
}
