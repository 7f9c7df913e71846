package dev.muster.runbook.lint;

import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import dev.muster.runbook.file.Written;
import dev.muster.runbook.file.Written.Silence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** A runbook that is looked at, and what was found so far. */
final class Examined {

    private final Written written;
    private final Runbook book;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Silence> used = new HashSet<>();

    Examined(Written written, Runbook book) {
        this.written = written;
        this.book = book;
    }

    Runbook book() {
        return book;
    }

    Written written() {
        return written;
    }

    /** Calls with every step and the JSON pointer of it. */
    void eachStep(BiConsumer<Step, String> check) {
        for (int place = 0; place < book.steps().size(); place++) {
            check.accept(book.steps().get(place), "/steps/" + place);
        }
    }

    /** Calls with every text in the file and the JSON pointer of it. */
    void eachText(BiConsumer<String, String> check) {
        written.values().forEach((pointer, text) -> check.accept(text, pointer));
    }

    void found(Rule rule, String pointer, String what) {
        Optional<Silence> silence = written.silences().stream()
                .filter(each -> each.rule().equals(rule.toString()))
                .filter(each -> each.step().isEmpty() || each.step().equals(step(pointer)))
                .findFirst();
        silence.ifPresentOrElse(
                used::add, () -> findings.add(new Finding(written.places().apply(pointer), rule, what)));
    }

    /** What was found, and the silences that silenced nothing. */
    List<Finding> findings() {
        for (int place = 0; place < written.silences().size(); place++) {
            Silence silence = written.silences().get(place);
            if (!used.contains(silence)) {
                findings.add(new Finding(
                        written.places().apply("/lint/" + place),
                        Rule.NEEDLESS_SILENCE,
                        "nothing of \"" + silence.rule() + "\" is found here. Delete this."));
            }
        }
        return List.copyOf(findings);
    }

    private Optional<String> step(String pointer) {
        String[] parts = pointer.split("/");
        return parts.length > 2 && parts[1].equals("steps")
                ? Optional.of(book.steps().get(Integer.parseInt(parts[2])).id())
                : Optional.empty();
    }
}
