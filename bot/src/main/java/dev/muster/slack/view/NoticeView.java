package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice;
import dev.muster.desk.Notice.ActionOwed;
import dev.muster.desk.Notice.Actions;
import dev.muster.desk.Notice.Announcement;
import dev.muster.desk.Notice.Brief;
import dev.muster.desk.Notice.Card;
import dev.muster.desk.Notice.Choice;
import dev.muster.desk.Notice.Duties;
import dev.muster.desk.Notice.Escalation;
import dev.muster.desk.Notice.Found;
import dev.muster.desk.Notice.Lines;
import dev.muster.desk.Notice.Listing;
import dev.muster.desk.Notice.Offered;
import dev.muster.desk.Notice.Owned;
import dev.muster.desk.Notice.Proposed;
import dev.muster.desk.Notice.RoleEmpty;
import dev.muster.desk.Notice.Sealed;
import dev.muster.desk.Notice.StepShown;
import dev.muster.desk.Notice.Suggested;
import dev.muster.desk.Notice.Text;
import dev.muster.desk.Notice.Told;
import dev.muster.desk.Notice.Unanswered;
import dev.muster.desk.Notice.UpdateOwed;
import dev.muster.desk.Notice.Warned;
import dev.muster.incident.ActionItem;
import dev.muster.incident.Incident;
import dev.muster.incident.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whatever the bot has to say, as a message. */
public final class NoticeView implements Notice.Visitor<Message> {

    /** What the ids of buttons begin with of which one is chosen, once. */
    public static final String CHOICE = "say:choice:";

    private static final int MOST = 20;

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
                .map(update -> "\n>" + Markup.escape(update.text(), 500).replace("\n", "\n>"))
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
        return message(line, List.of(Kit.section(line)));
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
        Incident incident = notice.incident();
        String duties = notice.rule().duties().stream()
                .map(duty -> "• " + Markup.escape(duty))
                .collect(Collectors.joining("\n"));
        String where = incident.room()
                .channel()
                .map(channel -> " in " + Markup.link(channel))
                .orElse("");
        String line = "You are *%s* of *%s*%s: %s\n%s\n%s"
                .formatted(
                        notice.role().title(),
                        Says.name(incident),
                        where,
                        Says.title(incident),
                        duties,
                        Markup.escape(notice.rule().authority()));
        return message(line, List.of(Kit.section(line)));
    }

    @Override
    public Message updateOwed(UpdateOwed notice) {
        Incident incident = notice.incident();
        String many = notice.missed() > 1 ? " (%d have fallen due)".formatted(notice.missed()) : "";
        String since = incident.rhythm()
                .latest()
                .map(update -> " The last word was given " + Markup.time(update.at()) + ".")
                .orElse(" Nobody has given one yet.");
        String line =
                ":bell: *%s owes everyone a status update*%s.%s %s, what is known, what is being done, what comes next?"
                        .formatted(Says.name(incident), many, since, asked(incident));
        return message(
                line,
                List.of(
                        Kit.section(line),
                        Kit.actions(
                                "owed",
                                List.of(
                                        Kit.button("Post update", incident.id() + " update", Optional.of("primary")),
                                        Kit.button("Snooze 15 min", incident.id() + " snooze 15m"),
                                        Kit.button("Snooze 30 min", incident.id() + " snooze 30m"),
                                        Kit.button("Snooze 60 min", incident.id() + " snooze 60m")))));
    }

    @Override
    public Message roleEmpty(RoleEmpty notice) {
        String line = ":busts_in_silhouette: *%s has no %s yet.* What it is about: %s. Who takes it?"
                .formatted(
                        Says.name(notice.incident()),
                        notice.role().title(),
                        Markup.escape(String.join("; ", notice.rule().duties())));
        return message(
                line,
                List.of(
                        Kit.section(line),
                        Kit.actions(
                                "empty",
                                List.of(
                                        Kit.button(
                                                "I take it",
                                                notice.incident().id() + " role " + notice.role(),
                                                Optional.of("primary")),
                                        Kit.button(
                                                "Give it to…", notice.incident().id() + " role")))));
    }

    @Override
    public Message actionOwed(ActionOwed notice) {
        ActionItem item = notice.item();
        String line = ":memo: *Action item %d of %s* is yours, due %s (%s): %s"
                .formatted(
                        item.number(),
                        Says.name(notice.incident()),
                        Markup.time(item.due()),
                        item.priority(),
                        Markup.escape(item.text(), 2000));
        return message(
                line,
                List.of(
                        Kit.section(line),
                        Kit.actions(
                                "action",
                                List.of(
                                        Kit.button("Done", actions("done", notice), Optional.of("primary")),
                                        Kit.button("Snooze 1 h", actions("snooze", notice) + " 1h"),
                                        Kit.button("Snooze 1 day", actions("snooze", notice) + " 1d")))));
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
    public Message stepShown(StepShown notice) {
        return StepView.of(notice);
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
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Kit.section("*" + notice.title() + "* (" + notice.incidents().size() + ")"));
        notice.incidents().stream()
                .limit(MOST)
                .map(NoticeView::line)
                .map(Kit::section)
                .forEach(blocks::add);
        if (notice.incidents().size() > MOST) {
            blocks.add(Kit.context("The %d newest are shown; name words of a title to find others.".formatted(MOST)));
        }
        blocks.add(Kit.actions("list", List.of(Kit.button("Declare an incident", "declare", Optional.of("primary")))));
        String text =
                notice.incidents().stream().limit(MOST).map(NoticeView::line).collect(Collectors.joining("\n"));
        return message(notice.title() + "\n" + (text.isEmpty() ? "None." : text), blocks);
    }

    @Override
    public Message actions(Actions notice) {
        String lines = notice.items().stream().limit(MOST).map(NoticeView::line).collect(Collectors.joining("\n"));
        String all =
                "*%s* (%d)\n%s".formatted(notice.title(), notice.items().size(), lines.isEmpty() ? "None." : lines);
        return message(all, List.of(Kit.section(all)));
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
        return message(notice.markup(), List.of(Kit.section(notice.markup())));
    }

    /** A message with a button below it that says words. */
    public static Message withButton(Message message, String label, String words) {
        List<LayoutBlock> blocks = new ArrayList<>(message.blocks());
        blocks.add(Kit.actions("more", List.of(Kit.button(label, Texts.cut(words, 2000), Optional.of("primary")))));
        return new Message(message.text(), blocks);
    }

    private static String asked(Incident incident) {
        return incident.holder(Role.COMMS)
                .or(() -> incident.holder(Role.IC))
                .map(Markup::mention)
                .orElse("Whoever knows");
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

    private static String actions(String what, ActionOwed notice) {
        return "actions " + notice.incident().id() + " " + what + " "
                + notice.item().number();
    }

    static Message message(String markup, List<LayoutBlock> blocks) {
        return new Message(Texts.cutMarkup(Texts.plain(markup), 3000), blocks);
    }
}
