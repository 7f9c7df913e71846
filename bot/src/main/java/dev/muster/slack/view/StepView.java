package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.StepShown;
import dev.muster.runbook.Action;
import dev.muster.runbook.Action.Assign;
import dev.muster.runbook.Action.Call;
import dev.muster.runbook.Action.Decision;
import dev.muster.runbook.Outcome;
import dev.muster.runbook.Run;
import dev.muster.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A step of a runbook: what to do, why it works, and how it went. */
final class StepView {

    private static final int MOST_ANSWERS = 20;

    /** What the bot does at a press, at once. */
    private static final Set<Action.Kind> SAID = Set.of(Action.Kind.MESSAGE, Action.Kind.STAGE, Action.Kind.ASSIGN);

    private StepView() {}

    static Message of(StepShown shown) {
        Step step = shown.step();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Kit.section(head(shown)));
        if (!step.text().isBlank()) {
            blocks.add(Kit.section(text(step.text(), shown)));
        }
        deed(shown).map(Kit::section).ifPresent(blocks::add);
        notes(shown).map(Kit::context).ifPresent(blocks::add);
        blocks.addAll(DeedView.blocks(shown));
        outcome(shown).map(Kit::context).ifPresent(blocks::add);
        if (isOpen(shown)) {
            blocks.add(Kit.actions("step", buttons(shown)));
        }
        return NoticeView.message(head(shown) + "\n" + text(step.text(), shown), blocks);
    }

    private static String head(StepShown shown) {
        int position = shown.book().steps().indexOf(shown.step()) + 1;
        String sort = sort(shown.step().kind());
        String role = shown.step().role().map(who -> " · " + Markup.escape(who)).orElse("");
        return "*%s · step %d of %d*\n%s: *%s*%s"
                .formatted(
                        Markup.escape(shown.book().title()),
                        position,
                        shown.book().steps().size(),
                        sort,
                        Markup.escape(DeedView.said(shown.step().title(), shown.outlook())),
                        role);
    }

    private static String sort(Action.Kind kind) {
        return switch (kind) {
            case CHECK -> ":mag: Look";
            case DECISION -> ":twisted_rightwards_arrows: Decide";
            case APPROVAL -> ":raised_hand: Approve";
            case RUNBOOK -> ":books: Walk through another";
            case MESSAGE -> ":speech_balloon: Say";
            case WAIT -> ":hourglass_flowing_sand: Wait";
            default -> ":wrench: Do";
        };
    }

    /** Runbooks are the team's own words, and may be formatted; what would call people or hide links may not. */
    private static String text(String text, StepShown shown) {
        return DeedView.filled(text, shown.outlook());
    }

    /** What is done in a step that says more than its text, unless it is shown to the letter. */
    private static Optional<String> deed(StepShown shown) {
        Step step = shown.step();
        boolean acts = Set.of(Action.Kind.COMMAND, Action.Kind.HTTP).contains(step.kind());
        boolean silent = Set.of(Action.Kind.DECISION, Action.Kind.RUNBOOK).contains(step.kind())
                || acts && shown.outlook().order().isPresent();
        String lines = silent ? "" : String.join("\n", step.inWords());
        return lines.isEmpty() ? Optional.empty() : Optional.of("This step " + text(lines, shown));
    }

    private static Optional<String> notes(StepShown shown) {
        List<String> notes = new ArrayList<>();
        shown.step().expect().ifPresent(expect -> notes.add("*Expected:* " + text(expect, shown)));
        shown.step().why().ifPresent(why -> notes.add("*Why:* " + text(why, shown)));
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", notes));
    }

    private static Optional<String> outcome(StepShown shown) {
        String answer = shown.run()
                .answer(shown.step().id())
                .map(words -> ": " + Markup.escape(words, 300))
                .orElse("");
        return shown.run().result(shown.step().id()).map(result -> "%s *%s*%s by %s, %s"
                .formatted(
                        sign(result.outcome()),
                        Says.capital(result.outcome().toString()),
                        answer,
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
                && !DeedView.isUnderWay(shown)
                && run.result(shown.step().id())
                        .filter(result -> result.outcome() != Outcome.BLOCKED)
                        .isEmpty();
    }

    private static List<BlockElement> buttons(StepShown shown) {
        String mark = words(shown, "mark");
        List<BlockElement> buttons = new ArrayList<>(DeedView.buttons(shown));
        buttons.addAll(first(shown));
        buttons.add(Kit.button("Skip", mark + "skip"));
        buttons.add(Kit.button("Blocked", mark + "blocked"));
        return buttons;
    }

    /** How the step can go well: by an answer, by an approval, by another runbook, or by being done. */
    private static List<BlockElement> first(StepShown shown) {
        boolean isFirst =
                DeedView.buttons(shown).isEmpty() && !SAID.contains(shown.step().kind());
        BlockElement done =
                Kit.button("Done", words(shown, "mark") + "done", isFirst ? Optional.of("primary") : Optional.empty());
        if (shown.step().action() instanceof Decision decision) {
            return answers(shown, decision);
        }
        if (shown.step().action() instanceof Call call) {
            String start = words(shown, "call").strip();
            return List.of(Kit.button(Texts.cut("Start " + call.runbook(), 75), start), done);
        }
        return switch (shown.step().kind()) {
            case APPROVAL -> approve(shown);
            case MESSAGE -> List.of(deed(shown, "Say it", "say"), done);
            case STAGE -> List.of(deed(shown, "Set it", "set"), done);
            case ASSIGN -> List.of(deed(shown, gives(shown) ? "Give it" : "I take it", "set"), done);
            default -> List.of(done);
        };
    }

    private static boolean gives(StepShown shown) {
        return shown.step().action() instanceof Assign assign && assign.to().isPresent();
    }

    private static BlockElement deed(StepShown shown, String label, String verb) {
        return Kit.button(label, words(shown, verb).strip(), Optional.of("primary"));
    }

    /** Approved is what is shown here; what may not be run needs nobody's approval to be run by the bot. */
    private static List<BlockElement> approve(StepShown shown) {
        String seen =
                shown.outlook().order().map(order -> " " + DeedView.seen(order)).orElse("");
        return List.of(Kit.button("Approve", words(shown, "mark") + "done" + seen, Optional.of("primary")));
    }

    private static List<BlockElement> answers(StepShown shown, Decision decision) {
        List<BlockElement> answers = new ArrayList<>();
        for (int index = 0; index < Math.min(MOST_ANSWERS, decision.branches().size()); index++) {
            String label = Texts.cut(decision.branches().get(index).answer(), 75);
            answers.add(Kit.button(label, words(shown, "answer") + (index + 1)));
        }
        return answers;
    }

    private static String words(StepShown shown, String verb) {
        return "%s runbook %s %d %s "
                .formatted(
                        shown.incident().id(),
                        verb,
                        shown.run().number(),
                        shown.step().id());
    }
}
