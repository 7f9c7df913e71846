package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.ActionOwed;
import dev.muster.desk.Notice.Actions;
import dev.muster.desk.Notice.Listing;
import dev.muster.desk.Notice.Owned;
import dev.muster.desk.Part;
import dev.muster.incident.Incident;
import dev.muster.incident.Role;
import dev.muster.incident.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A person's own page: what they lead, what they owe, what is open, and for admins how the bot is. */
public final class HomeView {

    private static final int MOST = 8;
    private static final int TROUBLE = 200;

    private HomeView() {}

    /**
     * What is shown to whom.
     *
     * @param parts how the bot is; empty for whoever is no admin
     */
    public record Page(UserId user, List<Incident> mine, List<Incident> open, List<Owned> items, List<Part> parts) {}

    public static View of(Page page) {
        NoticeView view = new NoticeView();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Kit.header("Muster"));
        for (int index = 0; index < Math.min(MOST, page.mine().size()); index++) {
            blocks.addAll(role(page.user(), page.mine().get(index), "mine-" + index));
        }
        blocks.addAll(items(page));
        blocks.add(Kit.divider());
        blocks.addAll(view.listing(new Listing("Open incidents", page.open())).blocks());
        if (!page.parts().isEmpty()) {
            blocks.add(Kit.divider());
            blocks.add(Kit.section("*How Muster is*\n" + state(page.parts())));
        }
        blocks.add(Kit.context("Everything that can be said: `/incident help`"));
        return View.builder().type("home").blocks(blocks).build();
    }

    private static List<LayoutBlock> role(UserId user, Incident incident, String block) {
        String roles = Arrays.stream(Role.values())
                .filter(role -> incident.holder(role).filter(user::equals).isPresent())
                .map(Role::title)
                .collect(Collectors.joining(", "));
        String due = incident.rhythm()
                .due()
                .map(at -> "\nNext update owed " + Markup.time(at) + ".")
                .orElse("");
        String channel =
                incident.room().channel().map(id -> " in " + Markup.link(id)).orElse("");
        String line = "You are *%s* of *%s*%s: %s%s"
                .formatted(roles, Says.name(incident), channel, Says.title(incident), due);
        List<BlockElement> buttons = new ArrayList<>();
        if (incident.isActive()) {
            buttons.add(Kit.button("Post update", incident.id() + " update"));
            buttons.add(Kit.button("Hand over", "form " + incident.id() + " handover"));
        }
        buttons.add(Kit.button("Brief me", incident.id() + " brief"));
        return List.of(Kit.section(line), Kit.actions(block, buttons));
    }

    private static List<LayoutBlock> items(Page page) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Kit.section("*Your action items* (%d)%s"
                .formatted(page.items().size(), page.items().isEmpty() ? "\nNone." : "")));
        for (int index = 0; index < Math.min(MOST, page.items().size()); index++) {
            Owned owned = page.items().get(index);
            ActionOwed owed = new ActionOwed(owned.incident(), owned.item());
            blocks.add(ItemsView.of(owed).blocks().get(0));
            blocks.add(Kit.actions("item-" + index, ItemsView.answers(owed)));
        }
        if (page.items().size() > MOST) {
            blocks.addAll(new NoticeView()
                    .actions(new Actions(
                            "And these", page.items().subList(MOST, page.items().size())))
                    .blocks());
        }
        return blocks;
    }

    private static String state(List<Part> parts) {
        return parts.stream().map(part -> part.line(TROUBLE)).collect(Collectors.joining("\n"));
    }
}
