package dev.muster.runbook;

import dev.muster.incident.Words;
import dev.muster.runbook.Action.Call;
import dev.muster.runbook.Action.Decision;
import dev.muster.runbook.Action.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a run would say, ask and call, along each branch, without doing any of it. A step that several branches lead to is
 * told once, and so is a runbook that is called twice.
 */
public final class Trial {

    private static final Pattern MENTION = Pattern.compile("(?<![\\w@])@[\\w][\\w.-]*|<(?:[@!][^>]+)>");

    private final Function<String, Optional<Runbook>> shelf;
    private final Set<String> toldBooks;
    private final List<String> lines;

    private Trial(Function<String, Optional<Runbook>> shelf, Set<String> toldBooks, List<String> lines) {
        this.shelf = shelf;
        this.toldBooks = toldBooks;
        this.lines = lines;
    }

    /**
     * The lines that tell it.
     *
     * @param shelf the runbooks that may be called, by id
     * @param values what the parameters are given; the others have their fallback, or are shown by their names
     */
    public static List<String> lines(
            Runbook book, Function<String, Optional<Runbook>> shelf, Map<String, String> values) {
        Trial trial = new Trial(shelf, new HashSet<>(), new ArrayList<>());
        trial.book(book, values, "");
        return List.copyOf(trial.lines);
    }

    private void book(Runbook book, Map<String, String> values, String indent) {
        lines.add(indent + book.id() + " (version " + book.version() + "): " + book.title());
        if (toldBooks.add(book.id())) {
            new Walk(book, filled(book, values)).from(book.steps().get(0), indent + "  ");
        } else {
            lines.add(indent + "  as above");
        }
    }

    private static Map<String, String> filled(Runbook book, Map<String, String> values) {
        Map<String, String> all = new HashMap<>();
        book.parameters()
                .forEach(parameter -> parameter.fallback().ifPresent(value -> all.put(parameter.name(), value)));
        all.putAll(values);
        return all;
    }

    /** The walk through one runbook. */
    private final class Walk {

        private final Runbook book;
        private final Routes routes;
        private final Map<String, String> values;
        private final Set<String> told = new HashSet<>();

        Walk(Runbook book, Map<String, String> values) {
            this.book = book;
            this.routes = new Routes(book.steps());
            this.values = values;
        }

        void from(Step first, String indent) {
            Optional<Step> current = Optional.of(first);
            while (current.isPresent()) {
                Step step = current.get();
                if (!told.add(step.id())) {
                    lines.add(indent + "goes on with “" + fill(step.title()) + "”, as told elsewhere");
                    return;
                }
                step(step, indent);
                if (step.action() instanceof Decision decision) {
                    branches(step, decision, indent);
                    return;
                }
                current = routes.after(step);
            }
            lines.add(indent + "is over");
        }

        private void branches(Step step, Decision decision, String indent) {
            for (Branch branch : decision.branches()) {
                lines.add(indent + "if “" + fill(branch.answer()) + "”:");
                routes.after(step, branch)
                        .ifPresentOrElse(next -> from(next, indent + "  "), () -> lines.add(indent + "  is over"));
            }
        }

        private void step(Step step, String indent) {
            int number = book.steps().indexOf(step) + 1;
            lines.add("%s%d. posts “%s” (%s)".formatted(indent, number, fill(step.title()), step.kind()));
            String inside = indent + "   ";
            step.role().ifPresent(role -> lines.add(inside + "mentions whoever is " + role));
            step.action().accept(new ActionWords(values)).forEach(line -> lines.add(inside + line));
            mentions(step, inside);
            care(step.care(), inside);
            if (step.action() instanceof Call call) {
                called(call, inside);
            }
        }

        private void mentions(Step step, String indent) {
            if (step.action() instanceof Message message) {
                MENTION.matcher(fill(message.message()))
                        .results()
                        .map(found -> found.group())
                        .distinct()
                        .forEach(mention -> lines.add(indent + "mentions " + mention));
            }
        }

        private void care(Care care, String indent) {
            care.remindAfter().ifPresent(after -> lines.add(indent + "reminds after " + Words.of(after)));
            care.timeLimit().ifPresent(limit -> lines.add(indent + "fails after " + Words.of(limit)));
            if (care.onFailure() != Care.Failure.ASK || care.timeLimit().isPresent()) {
                lines.add(indent + "after a failure: " + care.onFailure());
            }
            care.rollBack().ifPresent(back -> lines.add(indent + "way back: " + fill(back.strip())));
        }

        private void called(Call call, String indent) {
            Map<String, String> given = new HashMap<>();
            call.with().forEach((name, value) -> given.put(name, fill(value)));
            shelf.apply(call.runbook())
                    .ifPresentOrElse(
                            other -> book(other, given, indent + "  "),
                            () -> lines.add(indent + "  there is no such runbook"));
        }

        private String fill(String text) {
            return Template.fill(text, values);
        }
    }
}
