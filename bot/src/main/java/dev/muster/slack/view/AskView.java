package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.muster.desk.Approval;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Escalation;
import dev.muster.desk.Notice.Offered;
import dev.muster.desk.Notice.Proposed;
import dev.muster.desk.Notice.Unanswered;
import dev.muster.incident.Incident;
import dev.muster.incident.Proposal;
import dev.muster.incident.Proposal.State;
import dev.muster.incident.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions to somebody who has to say yes or no, and what has become of them. */
final class AskView {

    private static final int TEXT = 2000;

    private AskView() {}

    static Message of(Offered offered) {
        Incident incident = offered.brief().incident();
        boolean isOpen = incident.conduct()
                .offer(offered.role())
                .filter(offer -> offer.to().id().equals(offered.to()))
                .isPresent();
        return isOpen ? asked(offered) : NoticeView.message(settled(offered), List.of(Kit.section(settled(offered))));
    }

    private static Message asked(Offered offered) {
        Incident incident = offered.brief().incident();
        Role role = offered.role();
        String by = incident.conduct()
                .offer(role)
                .map(offer -> Markup.mention(offer.by().id()))
                .orElse("Somebody");
        String question = ":handshake: *%s asks you to take over as %s of %s.* You have it once you accept."
                .formatted(by, role.title(), Says.name(incident));
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Kit.section(question));
        BriefView.parts(offered.brief()).stream().map(Kit::section).forEach(blocks::add);
        blocks.add(Kit.actions("offer", answers(incident, role)));
        return NoticeView.message(question + "\n" + String.join("\n", BriefView.parts(offered.brief())), blocks);
    }

    private static List<BlockElement> answers(Incident incident, Role role) {
        return List.of(
                Kit.button("Accept", incident.id() + " handover accept " + role, Optional.of("primary")),
                Kit.button("Decline", incident.id() + " handover decline " + role));
    }

    private static String settled(Offered offered) {
        Incident incident = offered.brief().incident();
        boolean theirs =
                incident.holder(offered.role()).filter(offered.to()::equals).isPresent();
        return theirs
                ? ":white_check_mark: You are %s of %s."
                        .formatted(offered.role().title(), Says.name(incident))
                : "The offer to be %s of %s is off the table. The role is with %s."
                        .formatted(offered.role().title(), Says.name(incident), Says.holder(incident, offered.role()));
    }

    static Message of(Unanswered notice) {
        Incident incident = notice.incident();
        String line =
                ":hourglass: %s has not answered whether to take over as %s of %s, asked %s. %s stays responsible until then."
                        .formatted(
                                Markup.mention(notice.offer().to().id()),
                                notice.role().title(),
                                Says.name(incident),
                                Markup.time(notice.offer().at()),
                                Says.holder(incident, notice.role()));
        List<BlockElement> buttons = new ArrayList<>(answers(incident, notice.role()));
        buttons.add(Kit.button("Offer it to somebody else", "form " + incident.id() + " handover " + notice.role()));
        return NoticeView.message(line, List.of(Kit.section(line), Kit.actions("unanswered", buttons)));
    }

    static Message of(Escalation notice) {
        Incident incident = notice.incident();
        List<String> next = new ArrayList<>(notice.rule().escalation());
        next.addAll(notice.contacts());
        String path = next.isEmpty() ? "" : "\nWho is told next: " + Markup.escape(String.join(", ", next), 700) + ".";
        String line = ":arrow_double_up: *Is it time to escalate %s?* Declared %s, stage %s: %s.%s"
                .formatted(
                        Says.name(incident),
                        Markup.time(incident.facts().declaredAt()),
                        incident.stage(),
                        notice.criterion().meaning(),
                        path);
        List<BlockElement> buttons = new ArrayList<>();
        incident.severity()
                .worse()
                .ifPresent(worse -> buttons.add(Kit.button(
                        "Raise to " + worse,
                        "%s sev %s because %s"
                                .formatted(
                                        incident.id(), worse, notice.criterion().meaning()),
                        Optional.of("danger"))));
        buttons.add(Kit.button("Stage", incident.id() + " stage"));
        buttons.add(Kit.button("Post update", incident.id() + " update"));
        return NoticeView.message(line, List.of(Kit.section(line), Kit.actions("escalation", buttons)));
    }

    static Message of(Proposed notice) {
        Proposal proposal = notice.proposal();
        String line = "%s *Proposal %d of %s* by %s, %s\n%s\n%s"
                .formatted(
                        sign(proposal.state()),
                        proposal.number(),
                        Says.name(notice.incident()),
                        Markup.mention(proposal.by().id()),
                        Markup.time(proposal.at()),
                        Markup.escape(proposal.text(), TEXT),
                        state(notice));
        List<LayoutBlock> blocks = new ArrayList<>(List.of(Kit.section(line)));
        List<BlockElement> buttons = buttons(notice);
        if (!buttons.isEmpty()) {
            blocks.add(Kit.actions("proposal", buttons));
        }
        return NoticeView.message(line, blocks);
    }

    private static String state(Proposed notice) {
        Proposal proposal = notice.proposal();
        return proposal.isOpen()
                ? "*To be decided* by "
                        + Approval.deciders(notice.incident(), proposal.by().id()) + "."
                : "*%s* by %s."
                        .formatted(
                                Says.capital(proposal.state().toString()),
                                proposal.decidedBy()
                                        .map(actor -> Markup.mention(actor.id()))
                                        .orElse("nobody"));
    }

    private static List<BlockElement> buttons(Proposed notice) {
        String words = notice.incident().id() + " propose ";
        int number = notice.proposal().number();
        return switch (notice.proposal().state()) {
            case OPEN ->
                List.of(
                        Kit.button("Approve", words + "approve " + number, Optional.of("primary")),
                        Kit.button("Decline", words + "decline " + number));
            case APPROVED ->
                List.of(
                        Kit.button("Done", words + "done " + number, Optional.of("primary")),
                        Kit.button("Halt", words + "halt " + number, Optional.of("danger")));
            default -> List.of();
        };
    }

    private static String sign(State state) {
        return switch (state) {
            case OPEN -> ":raised_hand:";
            case APPROVED -> ":white_check_mark:";
            case DONE -> ":checkered_flag:";
            case DECLINED -> ":x:";
            case HALTED -> ":octagonal_sign:";
        };
    }
}
