package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.StepShown;
import dev.muster.runbook.Action;
import dev.muster.runbook.Outcome;
import dev.muster.runbook.Run;
import dev.muster.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A step of a runbook: what to do, why it works, and how it went. */
final class StepView {

    private StepView() {}

    static Message of(StepShown shown) {
        Step step = shown.step();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Kit.section(head(shown)));
        if (!step.text().isBlank()) {
            blocks.add(Kit.section(text(step.text())));
        }
        notes(step).map(Kit::context).ifPresent(blocks::add);
        outcome(shown).map(Kit::context).ifPresent(blocks::add);
        if (isOpen(shown)) {
            blocks.add(Kit.actions("step", buttons(shown)));
        }
        return NoticeView.message(head(shown) + "\n" + text(step.text()), blocks);
    }

    private static String head(StepShown shown) {
        int position = shown.book().steps().indexOf(shown.step()) + 1;
        String sort = shown.step().kind() == Action.Kind.CHECK ? ":mag: Look" : ":wrench: Do";
        String role = shown.step().role().map(who -> " · " + Markup.escape(who)).orElse("");
        return "*%s · step %d of %d*\n%s: *%s*%s"
                .formatted(
                        Markup.escape(shown.book().title()),
                        position,
                        shown.book().steps().size(),
                        sort,
                        Markup.escape(shown.step().title()),
                        role);
    }

    /** Runbooks are the team's own words, and may be formatted; what would call people or hide links may not. */
    private static String text(String text) {
        return Markup.entities(text);
    }

    private static Optional<String> notes(Step step) {
        List<String> notes = new ArrayList<>();
        step.expect().ifPresent(expect -> notes.add("*Expected:* " + text(expect)));
        step.why().ifPresent(why -> notes.add("*Why:* " + text(why)));
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", notes));
    }

    private static Optional<String> outcome(StepShown shown) {
        return shown.run().result(shown.step().id()).map(result -> "%s *%s* by %s, %s"
                .formatted(
                        sign(result.outcome()),
                        Says.capital(result.outcome().toString()),
                        Markup.mention(result.by().id()),
                        Markup.time(result.at())));
    }

    private static String sign(Outcome outcome) {
        return switch (outcome) {
            case DONE -> ":white_check_mark:";
            case SKIPPED -> ":fast_forward:";
            case BLOCKED -> ":no_entry:";
        };
    }

    private static boolean isOpen(StepShown shown) {
        Run run = shown.run();
        return !run.stopped()
                && run.result(shown.step().id())
                        .filter(result -> result.outcome() != Outcome.BLOCKED)
                        .isEmpty();
    }

    private static List<BlockElement> buttons(StepShown shown) {
        String mark = "%s runbook mark %d %s "
                .formatted(
                        shown.incident().id(),
                        shown.run().number(),
                        shown.step().id());
        return List.of(
                Kit.button("Done", mark + "done", Optional.of("primary")),
                Kit.button("Skip", mark + "skip"),
                Kit.button("Blocked", mark + "blocked"));
    }
}
