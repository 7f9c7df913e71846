package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.muster.desk.Again;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.ActionDone;
import dev.muster.desk.Notice.ActionOwed;
import dev.muster.desk.Notice.ActionStuck;
import dev.muster.desk.Notice.ActionsOwed;
import dev.muster.desk.Notice.Owned;
import dev.muster.incident.ActionItem;
import dev.muster.incident.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is asked of people about action items: of their owners, of those who can help, of those who look whether it is done. */
final class ItemsView {

    /** Two blocks each, of fifty that a message may have (docs.slack.dev, "Blocks"). */
    private static final int MOST = 20;

    private static final int TEXT = 600;

    private ItemsView() {}

    static Message of(ActionOwed notice) {
        ActionItem item = notice.item();
        String often = item.asked() > 0 ? "\nReminded since it was due: %d.".formatted(item.asked()) : "";
        return OwedView.asking(
                line(notice.incident(), item, "is yours") + often + again(notice.again()), "action", answers(notice));
    }

    private static String again(Optional<Again> again) {
        return again.map(others -> "\n*" + others.sentence() + "*").orElse("");
    }

    private static String line(Incident incident, ActionItem item, String whose) {
        return ":memo: *Action item %d of %s* %s, due %s (%s): %s"
                .formatted(
                        item.number(),
                        Says.name(incident),
                        whose,
                        Markup.time(item.due()),
                        weight(item),
                        Markup.escape(item.text(), 2000));
    }

    /** How much it matters, and what for. */
    static String weight(ActionItem item) {
        return item.priority()
                + item.aim().sort().map(sort -> ", " + sort.meaning()).orElse("");
    }

    /** What the channel, or whoever leads, is told of an item that stays undone. */
    static Message of(ActionStuck notice) {
        ActionItem item = notice.item();
        String line = line(notice.incident(), item, "of %s is overdue".formatted(Markup.mention(item.owner())))
                + "\nReminded since it was due: %d. It may need help, another date or another owner."
                        .formatted(item.asked());
        return OwedView.asking(line, "stuck", answers(new ActionOwed(notice.incident(), item)));
    }

    static Message of(ActionDone notice) {
        ActionItem item = notice.item();
        String by = item.doneBy().map(actor -> Markup.mention(actor.id())).orElse("Somebody");
        String line =
                "%s says that action item %d of *%s* is done: %s\n*Will you look whether it is?* A second pair of eyes is what makes it count."
                        .formatted(by, item.number(), Says.name(notice.incident()), Markup.escape(item.text(), 2000));
        String words = notice.incident().id() + " ";
        return OwedView.asking(
                line,
                "verify",
                List.of(
                        Kit.button("It is done", words + "verify " + item.number(), Optional.of("primary")),
                        Kit.button("Not yet: new date…", "form " + words + "due " + item.number())));
    }

    static List<BlockElement> answers(ActionOwed notice) {
        return List.of(
                Kit.button("Done", actions("done", notice), Optional.of("primary")),
                Kit.button("Snooze 1 h", actions("snooze", notice) + " 1h"),
                Kit.button("Snooze 1 day", actions("snooze", notice) + " 1d"),
                Kit.button("New date…", form("due", notice)),
                Kit.button("Not mine…", form("give", notice)),
                Kit.button("No longer needed…", form("drop", notice)));
    }

    private static String form(String verb, ActionOwed notice) {
        return "form %s %s %d"
                .formatted(notice.incident().id(), verb, notice.item().number());
    }

    private static String actions(String what, ActionOwed notice) {
        return "actions " + notice.incident().id() + " " + what + " "
                + notice.item().number();
    }

    /** One message a day instead of many; each item can be answered by itself. */
    static Message of(ActionsOwed notice) {
        List<Owned> items = notice.items();
        String head = "*%d action items need you*".formatted(items.size());
        List<LayoutBlock> blocks = new ArrayList<>(List.of(Kit.section(head)));
        for (int index = 0; index < Math.min(MOST, items.size()); index++) {
            Owned owned = items.get(index);
            blocks.add(Kit.section(brief(owned)));
            blocks.add(Kit.actions("item-" + index, answers(new ActionOwed(owned.incident(), owned.item()))));
        }
        if (items.size() > MOST) {
            blocks.add(Kit.section("And %d more: `/incident actions mine`".formatted(items.size() - MOST)));
        }
        String text = items.stream().map(ItemsView::brief).collect(Collectors.joining("\n"));
        return NoticeView.message(head + "\n" + text, blocks);
    }

    private static String brief(Owned owned) {
        ActionItem item = owned.item();
        return ":memo: *Item %d of %s*, due %s (%s)%s: %s%s"
                .formatted(
                        item.number(),
                        Says.name(owned.incident()),
                        Markup.time(item.due()),
                        item.priority(),
                        item.asked() > 0 ? ", reminded since: " + item.asked() : "",
                        Markup.escape(item.text(), TEXT),
                        again(owned.again()));
    }
}
