package dev.muster.main;

import dev.muster.desk.Machine;
import dev.muster.runbook.Action;
import dev.muster.runbook.Effect;
import dev.muster.runbook.Order;
import dev.muster.runbook.Outlook;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A runbook whose commands and calls are really done, one after another, where nothing can break. */
final class Rehearsed {

    private static final Set<Action.Kind> ACTING = Set.of(Action.Kind.COMMAND, Action.Kind.HTTP);

    private final Runbook book;
    private final Map<String, String> values;
    private final Machine machine;
    private final List<String> lines = new ArrayList<>();
    private boolean passed = true;

    private Rehearsed(Runbook book, Map<String, String> values, Machine machine) {
        this.book = book;
        this.values = values;
        this.machine = machine;
    }

    /** Whether there is anything in it to try. */
    static boolean acts(Runbook book) {
        return book.steps().stream().map(Step::kind).anyMatch(ACTING::contains);
    }

    /** Tries out every step that acts, on whichever branch it is. */
    static Rehearsed of(Runbook book, Map<String, String> values, Machine machine) {
        Rehearsed rehearsed = new Rehearsed(book, values, machine);
        book.steps().stream().filter(step -> ACTING.contains(step.kind())).forEach(rehearsed::step);
        return rehearsed;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Whether there was anything to try. */
    boolean isEmpty() {
        return lines.isEmpty();
    }

    boolean passed() {
        return passed;
    }

    private void step(Step step) {
        Outlook outlook = Outlook.tried(book, step, values);
        Optional<String> objection =
                outlook.objection().or(() -> outlook.order().flatMap(machine::objection));
        if (objection.isPresent() || outlook.order().isEmpty()) {
            line("not tried", step, objection.orElse("there is nothing to do in it"));
            passed = false;
            return;
        }
        Order order = outlook.order().get();
        Effect effect = machine.perform(order);
        line(effect.success() ? "ok" : "failed", step, effect.summary());
        if (!effect.success()) {
            passed = false;
            order.text().lines().forEach(text -> lines.add("    " + text));
            effect.output().lines().limit(20).forEach(text -> lines.add("    > " + text));
        }
    }

    private void line(String how, Step step, String what) {
        lines.add("  %-9s %s: %s".formatted(how, step.id(), what));
    }
}
