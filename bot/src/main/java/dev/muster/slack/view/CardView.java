package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.muster.desk.Markup;
import dev.muster.incident.ActionItem;
import dev.muster.incident.Assessing;
import dev.muster.incident.Conduct;
import dev.muster.incident.Incident;
import dev.muster.incident.Milestone;
import dev.muster.incident.Proposal;
import dev.muster.incident.Role;
import dev.muster.incident.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pinned message of an incident: how it stands, and what can be done. */
final class CardView {

    private static final int UPDATE = 1500;
    private static final int IMPACT = 800;
    private static final int WAITING = 3;

    private CardView() {}

    static Message of(Incident incident) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Kit.header(Says.name(incident) + " · " + incident.title()));
        blocks.add(Kit.fields(facts(incident)));
        blocks.add(Kit.section(update(incident)));
        dealings(incident).map(Kit::section).ifPresent(blocks::add);
        blocks.add(Kit.context(times(incident)));
        blocks.add(Kit.actions("card", buttons(incident)));
        if (incident.isActive()) {
            blocks.add(Kit.actions("card-more", more(incident)));
        }
        return NoticeView.message(text(incident), blocks);
    }

    private static String text(Incident incident) {
        return "%s, %s, %s: %s"
                .formatted(Says.name(incident), incident.severity(), incident.standing(), Says.title(incident));
    }

    private static Stream<String> facts(Incident incident) {
        Stream<String> first =
                Stream.of("*Severity*\n" + Says.severity(incident), "*Stage*\n" + Says.capital(incident.standing()));
        Stream<String> roles = Arrays.stream(Role.values())
                .map(role -> "*" + Says.capital(role.title()) + "*\n" + Says.holder(incident, role));
        long open = incident.actions().stream().filter(ActionItem::isOpen).count();
        Stream<String> last = Stream.of(
                "*Action items*\n" + open + " open of " + incident.actions().size());
        return Stream.of(first, roles, last).flatMap(parts -> parts);
    }

    private static String update(Incident incident) {
        String next = incident.rhythm()
                .due()
                .map(due -> "\nNext update owed " + Markup.time(due) + ".")
                .orElse("");
        return incident.rhythm()
                        .latest()
                        .map(update -> "*Last update*, %s, %s:\n%s"
                                .formatted(
                                        Markup.time(update.at()),
                                        Markup.mention(update.by().id()),
                                        Markup.escape(update.text(), UPDATE)))
                        .orElse("*No update yet.*")
                + next;
    }

    /** What it does to others, and what waits for somebody's word. */
    private static Optional<String> dealings(Incident incident) {
        Conduct conduct = incident.conduct();
        List<String> lines = new ArrayList<>();
        if (conduct.impact().isKnown()) {
            lines.add("*Impact:* " + Markup.escape(Assessing.inWords(conduct.impact()), IMPACT));
        }
        conduct.open().stream().limit(WAITING).map(CardView::waiting).forEach(lines::add);
        conduct.offers()
                .forEach((role, offer) -> lines.add("*Offered:* %s to %s, who has not answered"
                        .formatted(role.title(), Markup.mention(offer.to().id()))));
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    private static String waiting(Proposal proposal) {
        return "*Proposal %d*, to be decided: %s".formatted(proposal.number(), Markup.escape(proposal.text(), 200));
    }

    private static String times(Incident incident) {
        String reached = Arrays.stream(Milestone.values())
                .flatMap(milestone -> incident.time(milestone).stream()
                        .map(at -> milestone.code() + " " + milestone.meaning() + " " + Markup.time(at)))
                .collect(Collectors.joining(" · "));
        String declared =
                "Declared by " + Markup.mention(incident.facts().declaredBy().id());
        String video = incident.room().video().isEmpty()
                ? ""
                : " · " + Markup.link(incident.room().video(), "Video call");
        return declared + " · " + reached + video;
    }

    /** What is needed first, and in any hurry. */
    private static List<BlockElement> buttons(Incident incident) {
        if (!incident.isActive()) {
            return ended(incident);
        }
        List<BlockElement> buttons = new ArrayList<>();
        buttons.add(say(incident, "Post update", "update", Optional.of("primary")));
        if (incident.holder(Role.IC).isEmpty()) {
            buttons.add(say(incident, "Take IC", "role ic", Optional.empty()));
        }
        buttons.add(say(incident, "Stage", "stage", Optional.empty()));
        buttons.add(say(incident, "Severity", "sev", Optional.empty()));
        buttons.add(say(incident, "Propose", "propose", Optional.empty()));
        buttons.add(say(incident, "Brief me", "brief", Optional.empty()));
        buttons.add(say(incident, "Resolve", "resolve", Optional.empty()));
        return buttons;
    }

    /** What is needed now and then. */
    private static List<BlockElement> more(Incident incident) {
        List<BlockElement> buttons = new ArrayList<>();
        buttons.add(say(incident, "Roles", "role", Optional.empty()));
        if (!incident.roles().isEmpty()) {
            buttons.add(say(incident, "Hand over", "form handover", Optional.empty()));
        }
        buttons.add(say(incident, "Impact", "form impact", Optional.empty()));
        buttons.add(say(incident, "Note", "note", Optional.empty()));
        buttons.add(say(incident, "Action item", "action", Optional.empty()));
        buttons.add(say(incident, "Runbooks", "runbook list", Optional.empty()));
        buttons.add(say(incident, "Follow", "subscribe", Optional.empty()));
        buttons.add(say(incident, "Invite", "invite", Optional.empty()));
        buttons.add(say(incident, "Link", "link", Optional.empty()));
        buttons.add(say(incident, "Duplicate of…", "duplicate", Optional.empty()));
        buttons.add(say(incident, "Cancel (false alarm)", "cancel", Optional.of("danger")));
        return buttons;
    }

    private static List<BlockElement> ended(Incident incident) {
        BlockElement reopen = say(incident, "Reopen", "reopen", Optional.empty());
        return incident.stage() == Stage.CLOSED
                ? List.of(reopen)
                : List.of(
                        say(incident, "Action item", "action", Optional.of("primary")),
                        say(incident, "Post update", "update", Optional.empty()),
                        say(incident, "Close", "close", Optional.empty()),
                        reopen);
    }

    private static BlockElement say(Incident incident, String label, String words, Optional<String> style) {
        return Kit.button(label, incident.id() + " " + words, style);
    }
}
