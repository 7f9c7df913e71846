package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice;
import dev.muster.desk.Notice.ActionDone;
import dev.muster.desk.Notice.ActionOwed;
import dev.muster.desk.Notice.ActionStuck;
import dev.muster.desk.Notice.Actions;
import dev.muster.desk.Notice.ActionsOwed;
import dev.muster.desk.Notice.Announcement;
import dev.muster.desk.Notice.Brief;
import dev.muster.desk.Notice.Card;
import dev.muster.desk.Notice.Choice;
import dev.muster.desk.Notice.Duties;
import dev.muster.desk.Notice.Escalation;
import dev.muster.desk.Notice.Found;
import dev.muster.desk.Notice.Hit;
import dev.muster.desk.Notice.Lines;
import dev.muster.desk.Notice.Listing;
import dev.muster.desk.Notice.Offered;
import dev.muster.desk.Notice.Output;
import dev.muster.desk.Notice.Outside;
import dev.muster.desk.Notice.Proposed;
import dev.muster.desk.Notice.RoleEmpty;
import dev.muster.desk.Notice.Sealed;
import dev.muster.desk.Notice.StepOwed;
import dev.muster.desk.Notice.StepShown;
import dev.muster.desk.Notice.Suggested;
import dev.muster.desk.Notice.Text;
import dev.muster.desk.Notice.Told;
import dev.muster.desk.Notice.Unanswered;
import dev.muster.desk.Notice.UpdateOwed;
import dev.muster.desk.Notice.Warned;
import dev.muster.desk.Notice.Word;
import dev.muster.incident.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whatever the bot has to say, as a message. */
public final class NoticeView implements Notice.Visitor<Message> {

    /** What the ids of buttons begin with of which one is chosen, once. */
    public static final String CHOICE = "say:choice:";

    @Override
    public Message card(Card notice) {
        return CardView.of(notice.incident());
    }

    @Override
    public Message announcement(Announcement notice) {
        Incident incident = notice.incident();
        String channel = incident.room().channel().map(Markup::link).orElse("Its channel is being opened.");
        String latest = incident.rhythm()
                .latest()
                .map(update -> "\n" + Says.quoted(update.text(), 500))
                .orElse("");
        String line = "%s *%s* %s: *%s*\n%s · declared by %s %s%s"
                .formatted(
                        Says.severity(incident),
                        Says.name(incident),
                        Says.is(incident),
                        Says.title(incident),
                        channel,
                        Markup.mention(incident.facts().declaredBy().id()),
                        Markup.time(incident.facts().declaredAt()),
                        latest);
        List<LayoutBlock> blocks = new ArrayList<>(List.of(Kit.section(line)));
        if (incident.isActive()) {
            blocks.add(Kit.actions(
                    "announcement",
                    List.of(
                            Kit.button("Brief me", incident.id() + " brief"),
                            Kit.button("Follow by direct message", incident.id() + " subscribe"))));
        }
        return message(line, blocks);
    }

    @Override
    public Message told(Told notice) {
        return ToldView.of(notice.incident(), notice.row().entry());
    }

    @Override
    public Message sealed(Sealed notice) {
        Incident incident = notice.incident();
        String line =
                ":lock: *%s* has %d lines on its timeline. The hash of the last one is `%s`. Nobody can change a line from now on without changing that: `muster timeline verify %s --head …` compares."
                        .formatted(
                                Says.name(incident),
                                notice.head().length(),
                                notice.head().head(),
                                incident.id());
        return message(line, List.of(Kit.section(line)));
    }

    @Override
    public Message duties(Duties notice) {
        return OwedView.of(notice);
    }

    @Override
    public Message updateOwed(UpdateOwed notice) {
        return OwedView.of(notice);
    }

    @Override
    public Message roleEmpty(RoleEmpty notice) {
        return OwedView.of(notice);
    }

    @Override
    public Message actionsOwed(ActionsOwed notice) {
        return ItemsView.of(notice);
    }

    @Override
    public Message actionOwed(ActionOwed notice) {
        return ItemsView.of(notice);
    }

    @Override
    public Message actionStuck(ActionStuck notice) {
        return ItemsView.of(notice);
    }

    @Override
    public Message actionDone(ActionDone notice) {
        return ItemsView.of(notice);
    }

    @Override
    public Message brief(Brief notice) {
        return BriefView.of(notice);
    }

    @Override
    public Message offered(Offered notice) {
        return AskView.of(notice);
    }

    @Override
    public Message unanswered(Unanswered notice) {
        return AskView.of(notice);
    }

    @Override
    public Message escalation(Escalation notice) {
        return AskView.of(notice);
    }

    @Override
    public Message proposed(Proposed notice) {
        return AskView.of(notice);
    }

    @Override
    public Message hit(Hit notice) {
        return OutsideView.of(notice);
    }

    @Override
    public Message word(Word notice) {
        return OutsideView.of(notice);
    }

    @Override
    public Message outside(Outside notice) {
        return OutsideView.of(notice);
    }

    @Override
    public Message stepShown(StepShown notice) {
        return StepView.of(notice);
    }

    @Override
    public Message stepOwed(StepOwed notice) {
        return DeedView.of(notice);
    }

    @Override
    public Message output(Output notice) {
        return DeedView.of(notice);
    }

    @Override
    public Message lines(Lines notice) {
        return LinesView.of(notice);
    }

    @Override
    public Message found(Found notice) {
        return LinesView.of(notice);
    }

    @Override
    public Message warned(Warned notice) {
        Message message = notice.notice().accept(this);
        String line = Says.secret(notice.rules());
        List<LayoutBlock> blocks = new ArrayList<>(message.blocks());
        blocks.add(Kit.section(line));
        return message(message.text() + "\n" + line, blocks);
    }

    @Override
    public Message listing(Listing notice) {
        return ListView.of(notice);
    }

    @Override
    public Message actions(Actions notice) {
        return ListView.of(notice);
    }

    @Override
    public Message suggested(Suggested notice) {
        List<Choice> choices = notice.choices();
        List<BlockElement> buttons = IntStream.range(0, choices.size())
                .mapToObj(number -> Kit.choice(
                        number, choices.get(number).label(), choices.get(number).words()))
                .toList();
        List<LayoutBlock> blocks = new ArrayList<>(List.of(Kit.section(notice.markup())));
        if (!buttons.isEmpty()) {
            blocks.add(Kit.actions("suggested", buttons));
        }
        return message(notice.markup(), blocks);
    }

    @Override
    public Message text(Text notice) {
        return message(notice.markup(), Kit.sections(notice.markup()));
    }

    /** A message with a button below it that says words. */
    public static Message withButton(Message message, String label, String words) {
        List<LayoutBlock> blocks = new ArrayList<>(message.blocks());
        blocks.add(Kit.actions("more", List.of(Kit.button(label, Texts.cut(words, 2000), Optional.of("primary")))));
        return new Message(message.text(), blocks);
    }

    static Message message(String markup, List<LayoutBlock> blocks) {
        return new Message(Texts.cutMarkup(Texts.plain(markup), 3000), blocks);
    }
}
