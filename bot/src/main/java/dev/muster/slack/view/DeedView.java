package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Output;
import dev.muster.desk.Notice.StepOwed;
import dev.muster.desk.Notice.StepShown;
import dev.muster.incident.Role;
import dev.muster.incident.UserId;
import dev.muster.runbook.Action;
import dev.muster.runbook.Attempt;
import dev.muster.runbook.Order;
import dev.muster.runbook.Outlook;
import dev.muster.runbook.Template;
import dev.muster.runbook.Walking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the bot itself would do in a step, how far it is with it, and what came of it. */
final class DeedView {

    private static final int LONGEST_TEXT = 2700;

    private DeedView() {}

    /** The team's own words with the values of the run in them, which may be anybody's words. */
    static String filled(String text, Outlook outlook) {
        return Markup.fill(Markup.entities(text), outlook.values());
    }

    /** The same where none of it may be formatted, before that is seen to. */
    static String said(String text, Outlook outlook) {
        return Template.fill(text, outlook.values());
    }

    static List<LayoutBlock> blocks(StepShown shown) {
        List<LayoutBlock> blocks = new ArrayList<>();
        Outlook outlook = shown.outlook();
        outlook.order().map(order -> exactly(order, shown)).map(Kit::section).ifPresent(blocks::add);
        outlook.objection()
                .map(why -> ":no_entry_sign: I may not run this: %s. Do it by hand.".formatted(Markup.escape(why)))
                .map(Kit::context)
                .ifPresent(blocks::add);
        missing(outlook).map(Kit::context).ifPresent(blocks::add);
        attempt(shown).map(Kit::section).ifPresent(blocks::add);
        shown.run()
                .holder(shown.step().id())
                .map(holder -> ":bust_in_silhouette: With " + Markup.mention(holder.id()))
                .map(Kit::context)
                .ifPresent(blocks::add);
        return blocks;
    }

    private static String exactly(Order order, StepShown shown) {
        String what = shown.step().kind() == Action.Kind.APPROVAL ? "Approve exactly this" : "I can run exactly this";
        return "%s (`%s`):\n```%s```".formatted(what, seen(order), code(order.text()));
    }

    static String seen(Order order) {
        return order.digest().substring(0, Walking.SEEN);
    }

    /** Nothing but backticks means anything here; a likeness stands for them. */
    private static String code(String text) {
        return Markup.entities(text.replace('`', 'ˋ'));
    }

    private static Optional<String> missing(Outlook outlook) {
        return outlook.missing().isEmpty()
                ? Optional.empty()
                : Optional.of("Not said yet: "
                        + String.join(", ", outlook.missing().stream().sorted().toList()));
    }

    private static Optional<String> attempt(StepShown shown) {
        return shown.run().attempt(shown.step().id()).map(attempt -> switch (attempt.state()) {
            case WANTED, STARTED ->
                ":hourglass_flowing_sand: %s has it run, %s. What comes of it is said here."
                        .formatted(Markup.mention(attempt.by().id()), Markup.time(attempt.at()));
            case SUCCEEDED -> ":white_check_mark: " + how(attempt);
            case FAILED -> ":x: " + how(attempt) + wayBack(shown);
            case UNKNOWN ->
                ":grey_question: *I do not know what came of it.* I was cut off after it was begun, and do not run it again by myself. Please look, and say.";
        });
    }

    private static String how(Attempt attempt) {
        return Says.capital(
                Markup.escape(attempt.summary().filter(text -> !text.isBlank()).orElse("over"), 500));
    }

    private static String wayBack(StepShown shown) {
        return shown.step()
                .care()
                .rollBack()
                .map(back -> "\n*Way back:* " + filled(back, shown.outlook()))
                .orElse("");
    }

    /** Whether people must wait for what comes of it. */
    static boolean isUnderWay(StepShown shown) {
        return shown.run()
                .attempt(shown.step().id())
                .filter(attempt -> attempt.state().isUnderWay())
                .isPresent();
    }

    /** What only a step has that the bot can do. */
    static List<BlockElement> buttons(StepShown shown) {
        List<BlockElement> buttons = new ArrayList<>();
        String at = "%d %s".formatted(shown.run().number(), shown.step().id());
        String id = shown.incident().id() + " runbook ";
        Optional<Attempt> last = shown.run().attempt(shown.step().id());
        if (last.filter(attempt -> attempt.state() == Attempt.State.UNKNOWN).isPresent()) {
            buttons.add(Kit.button("It worked", id + "worked " + at));
            buttons.add(Kit.button("It did not", id + "failed " + at));
        }
        if (!shown.outlook().missing().isEmpty()) {
            buttons.add(Kit.button("Fill in", id + "fill " + shown.run().number(), Optional.of("primary")));
        }
        int next = last.map(Attempt::number).orElse(0) + 1;
        runnable(shown)
                .map(order -> "%srun %s %d %s".formatted(id, at, next, seen(order)))
                .map(words -> Kit.button(next == 1 ? "Run" : "Run again", words, Optional.of("primary")))
                .ifPresent(buttons::add);
        return buttons;
    }

    private static Optional<Order> runnable(StepShown shown) {
        boolean isFree = shown.outlook().objection().isEmpty() && shown.step().kind() != Action.Kind.APPROVAL;
        return shown.outlook().order().filter(order -> isFree);
    }

    static Message of(StepOwed owed) {
        StepShown shown = owed.shown();
        String line = ":bell: %s“%s” of “%s” waits to be done."
                .formatted(
                        asked(shown).map(who -> Markup.mention(who) + ", ").orElse(""),
                        Markup.escape(said(shown.step().title(), shown.outlook())),
                        Markup.escape(shown.book().title()));
        return NoticeView.message(line, List.of(Kit.section(line)));
    }

    private static Optional<UserId> asked(StepShown shown) {
        Optional<UserId> role = shown.step().role().flatMap(Role::find).flatMap(shown.incident()::holder);
        return shown.run().holder(shown.step().id()).map(holder -> holder.id()).or(() -> role);
    }

    static Message of(Output output) {
        String text =
                output.text().isBlank() ? "" : "\n```" + Texts.cutMarkup(code(output.text()), LONGEST_TEXT) + "```";
        String cut = output.cut() ? "\nThis is its end; all of it is in the file." : "";
        String line = Markup.escape(output.line(), 500);
        List<LayoutBlock> blocks = new ArrayList<>(List.of(Kit.section(line)));
        if (!text.isEmpty()) {
            blocks.add(Kit.section(text.strip()));
        }
        if (!cut.isEmpty()) {
            blocks.add(Kit.context(cut.strip()));
        }
        return NoticeView.message(line + cut, blocks);
    }
}
