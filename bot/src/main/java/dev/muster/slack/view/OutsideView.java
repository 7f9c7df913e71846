package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.muster.desk.Fitting;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Hit;
import dev.muster.desk.Notice.Outside;
import dev.muster.desk.Notice.Word;
import dev.muster.incident.Incident;
import dev.muster.incident.Service;
import dev.muster.runbook.Runbook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What reaches beyond the channel: services that are hit, texts for others, and word for those who follow from afar. */
final class OutsideView {

    private static final int MOST = 10;
    private static final int TEXT = 2500;

    private OutsideView() {}

    static Message of(Hit notice) {
        String hit = notice.hit().stream().limit(MOST).map(OutsideView::line).collect(Collectors.joining("\n"));
        String dependents = notice.dependents().isEmpty()
                ? ""
                : "\n*May be hit, too,* because they depend on it: " + names(notice.dependents()) + ".";
        String line = notice.hit().isEmpty()
                ? ":books: *Runbooks that may fit %s*".formatted(Says.name(notice.incident()))
                : ":compass: *%s hits*\n%s%s".formatted(Says.name(notice.incident()), hit, dependents);
        List<LayoutBlock> blocks = new ArrayList<>(List.of(Kit.section(line)));
        List<Fitting> books = notice.books().stream().limit(5).toList();
        if (books.isEmpty()) {
            return NoticeView.message(line, blocks);
        }
        String why = books.stream().map(OutsideView::why).collect(Collectors.joining("\n"));
        blocks.add(Kit.context(why + "\nPress a runbook to start it; its first step comes into the channel."));
        blocks.add(Kit.actions(
                "books",
                books.stream()
                        .map(book -> start(notice.incident(), book.book()))
                        .toList()));
        return NoticeView.message(line + "\n" + why, blocks);
    }

    private static String why(Fitting fitting) {
        return "• *%s*: %s".formatted(Markup.escape(fitting.book().title(), 120), Markup.escape(fitting.reason(), 200));
    }

    private static BlockElement start(Incident incident, Runbook book) {
        return Kit.button(Texts.cut(book.title(), 75), incident.id() + " runbook start " + book.id());
    }

    private static String line(Service service) {
        String critical = service.critical() ? " (critical)" : "";
        String owners = service.owners().isEmpty()
                ? ""
                : " · owners " + Markup.escape(String.join(", ", service.owners()), 200) + ", invited";
        String channel = service.channel().isEmpty() ? "" : " · #" + Markup.escape(service.channel(), 80);
        return "• *%s*%s%s%s".formatted(Markup.escape(service.name()), critical, owners, channel);
    }

    private static String names(List<Service> services) {
        return Markup.escape(services.stream().map(Service::name).collect(Collectors.joining(", ")), 1000);
    }

    static Message of(Word notice) {
        Incident incident = notice.incident();
        String channel =
                incident.room().channel().map(id -> " · " + Markup.link(id)).orElse("");
        String update = incident.rhythm()
                .latest()
                .map(last -> "\n" + Says.quoted(last.text(), TEXT) + "\n" + Markup.time(last.at()))
                .orElse("\nNo update has been given yet.");
        String line = "%s *%s* %s: *%s*%s%s"
                .formatted(
                        Says.severity(incident),
                        Says.name(incident),
                        Says.is(incident),
                        Says.title(incident),
                        channel,
                        update);
        return NoticeView.message(
                line,
                List.of(
                        Kit.section(line),
                        Kit.actions(
                                "word",
                                List.of(
                                        Kit.button("Brief me", incident.id() + " brief"),
                                        Kit.button("Stop these messages", incident.id() + " unsubscribe")))));
    }

    static Message of(Outside notice) {
        String head = ":outbox_tray: *What may be said outside about %s*%s"
                .formatted(
                        Says.name(notice.incident()),
                        notice.isPosted() ? "" : " (posted nowhere: it is a drill, or private)");
        List<LayoutBlock> blocks = new ArrayList<>(List.of(Kit.section(head)));
        notice.texts().stream()
                .limit(MOST)
                .map(said -> Kit.section(text(notice, said)))
                .forEach(blocks::add);
        String all = head + "\n"
                + notice.texts().stream()
                        .limit(MOST)
                        .map(said -> text(notice, said))
                        .collect(Collectors.joining("\n"));
        return NoticeView.message(all, blocks);
    }

    private static String text(Outside notice, Outside.Said said) {
        String where = said.channel().isEmpty() || !notice.isPosted()
                ? ", to be copied"
                : ", posted in #" + Markup.escape(said.channel(), 80);
        return "*For %s*%s:\n%s".formatted(Markup.escape(said.audience(), 80), where, Says.quoted(said.words(), TEXT));
    }
}
