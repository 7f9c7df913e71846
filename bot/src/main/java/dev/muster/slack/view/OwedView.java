package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Duties;
import dev.muster.desk.Notice.RoleEmpty;
import dev.muster.desk.Notice.UpdateOwed;
import dev.muster.incident.Incident;
import dev.muster.incident.Role;
import dev.muster.incident.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What somebody owes: an update, a role that is empty, the duties of a role. */
final class OwedView {

    private static final int MOST_TASKS = 20;

    private OwedView() {}

    static Message of(Duties notice) {
        Incident incident = notice.incident();
        String duties = notice.rule().duties().stream()
                .map(duty -> "• " + Markup.escape(duty))
                .collect(Collectors.joining("\n"));
        String line = "%s of *%s*%s: %s\n%s\n%s%s"
                .formatted(
                        who(notice),
                        Says.name(incident),
                        incident.room()
                                .channel()
                                .map(channel -> " in " + Markup.link(channel))
                                .orElse(""),
                        Says.title(incident),
                        duties,
                        Markup.escape(notice.rule().authority()),
                        checklist(notice));
        List<LayoutBlock> blocks = new ArrayList<>(List.of(Kit.section(line)));
        List<BlockElement> open = open(notice);
        if (!open.isEmpty()) {
            blocks.add(Kit.actions("tasks", open));
        }
        return NoticeView.message(line, blocks);
    }

    /** The one message serves the holder and whoever else looks at the checklist. */
    private static String who(Duties notice) {
        return notice.incident()
                .holder(notice.role())
                .map(holder ->
                        "%s *%s*".formatted(is(holder, notice), notice.role().title()))
                .orElse("Nobody is *%s* yet".formatted(notice.role().title()));
    }

    private static String is(UserId holder, Duties notice) {
        return holder.equals(notice.reader()) ? "You are" : Markup.mention(holder) + " is";
    }

    private static String checklist(Duties notice) {
        List<String> tasks = notice.rule().checklist();
        return tasks.isEmpty()
                ? ""
                : "\n*Checklist*\n"
                        + IntStream.range(0, tasks.size())
                                .mapToObj(index -> task(notice, index))
                                .collect(Collectors.joining("\n"));
    }

    private static String task(Duties notice, int index) {
        String task = notice.rule().checklist().get(index);
        String text = Markup.escape(task, 300);
        return notice.incident()
                .conduct()
                .tick(notice.role(), task)
                .map(tick -> ":white_check_mark: %d. ~%s~ done by %s"
                        .formatted(index + 1, text, Markup.mention(tick.by().id())))
                .orElse(":white_large_square: %d. %s".formatted(index + 1, text));
    }

    private static List<BlockElement> open(Duties notice) {
        List<String> tasks = notice.rule().checklist();
        return IntStream.range(0, tasks.size())
                .filter(index -> notice.incident()
                        .conduct()
                        .tick(notice.role(), tasks.get(index))
                        .isEmpty())
                .limit(MOST_TASKS)
                .mapToObj(index -> Kit.button(
                        "Done: " + (index + 1),
                        "%s tasks %s done %d".formatted(notice.incident().id(), notice.role(), index + 1)))
                .toList();
    }

    static Message of(UpdateOwed notice) {
        Incident incident = notice.incident();
        String many = notice.missed() > 1 ? " (%d have fallen due)".formatted(notice.missed()) : "";
        String since = incident.rhythm()
                .latest()
                .map(update -> " The last word was given " + Markup.time(update.at()) + ".")
                .orElse(" Nobody has given one yet.");
        String line =
                ":bell: *%s owes everyone a status update*%s.%s %s, what is known, what is being done, what comes next?%s"
                        .formatted(Says.name(incident), many, since, asked(notice), next(notice));
        return asking(
                line,
                "owed",
                List.of(
                        Kit.button("Post update", incident.id() + " update", Optional.of("primary")),
                        Kit.button("Snooze 15 min", incident.id() + " snooze 15m"),
                        Kit.button("Snooze 30 min", incident.id() + " snooze 30m"),
                        Kit.button("Snooze 60 min", incident.id() + " snooze 60m")));
    }

    private static String next(UpdateOwed notice) {
        return notice.next().isEmpty()
                ? ""
                : "\nAsking has not helped so far. Who is told next: "
                        + Markup.escape(String.join(", ", notice.next()), 700) + ".";
    }

    /** Whoever speaks for the incident; once that has not helped, whoever commands it. */
    private static String asked(UpdateOwed notice) {
        Incident incident = notice.incident();
        Role first = notice.next().isEmpty() ? Role.COMMS : Role.IC;
        return incident.holder(first)
                .or(() -> incident.holder(Role.IC))
                .or(() -> incident.holder(Role.COMMS))
                .map(Markup::mention)
                .orElse("Whoever knows");
    }

    static Message of(RoleEmpty notice) {
        String line = ":busts_in_silhouette: *%s has no %s yet.* What it is about: %s. Who takes it?"
                .formatted(
                        Says.name(notice.incident()),
                        notice.role().title(),
                        Markup.escape(String.join("; ", notice.rule().duties())));
        String words = notice.incident().id() + " role";
        return asking(
                line,
                "empty",
                List.of(
                        Kit.button("I take it", words + " " + notice.role(), Optional.of("primary")),
                        Kit.button("Give it to…", words)));
    }

    static Message asking(String line, String block, List<BlockElement> buttons) {
        return NoticeView.message(line, List.of(Kit.section(line), Kit.actions(block, buttons)));
    }
}
