package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Actions;
import dev.muster.desk.Notice.Listing;
import dev.muster.desk.Notice.Owned;
import dev.muster.incident.ActionItem;
import dev.muster.incident.Incident;
import dev.muster.incident.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Incidents and action items, one below the other. */
final class ListView {

    private static final int MOST = 20;

    private ListView() {}

    static Message of(Listing notice) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Kit.section("*" + notice.title() + "* (" + notice.incidents().size() + ")"));
        notice.incidents().stream()
                .limit(MOST)
                .map(ListView::line)
                .map(Kit::section)
                .forEach(blocks::add);
        if (notice.incidents().size() > MOST) {
            blocks.add(Kit.context("The %d newest are shown; name words of a title to find others.".formatted(MOST)));
        }
        blocks.add(Kit.actions("list", List.of(Kit.button("Declare an incident", "declare", Optional.of("primary")))));
        String text =
                notice.incidents().stream().limit(MOST).map(ListView::line).collect(Collectors.joining("\n"));
        return NoticeView.message(notice.title() + "\n" + (text.isEmpty() ? "None." : text), blocks);
    }

    static Message of(Actions notice) {
        String lines = notice.items().stream().limit(MOST).map(ListView::line).collect(Collectors.joining("\n"));
        String all =
                "*%s* (%d)\n%s".formatted(notice.title(), notice.items().size(), lines.isEmpty() ? "None." : lines);
        return NoticeView.message(all, List.of(Kit.section(all)));
    }

    private static String line(Incident incident) {
        String channel =
                incident.room().channel().map(id -> " · " + Markup.link(id)).orElse("");
        return "%s *%s* %s · %s%s\n%s · IC %s"
                .formatted(
                        Says.severity(incident),
                        Says.name(incident),
                        incident.standing(),
                        Markup.time(incident.facts().declaredAt()),
                        channel,
                        Markup.escape(incident.title(), 150),
                        Says.holder(incident, Role.IC));
    }

    private static String line(Owned owned) {
        ActionItem item = owned.item();
        return "• %s/%d %s · %s · due %s · %s"
                .formatted(
                        owned.incident().id(),
                        item.number(),
                        Markup.escape(item.text(), 120),
                        Markup.mention(item.owner()),
                        Markup.time(item.due()),
                        item.priority());
    }
}
