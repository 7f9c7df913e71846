package dev.muster.runbook.file;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.muster.config.shape.Mistakes;
import dev.muster.incident.Guess;
import dev.muster.runbook.Action.Decision;
import dev.muster.runbook.Branch;
import dev.muster.runbook.Parameter;
import dev.muster.runbook.Routes;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import dev.muster.runbook.Template;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Whether the parts of a runbook fit together: what no schema can say. */
final class Sense {

    private static final java.util.regex.Pattern COUNT = java.util.regex.Pattern.compile("([0-9]{1,9})}");
    private static final long MOST_COPIES = 100_000;

    private final Runbook book;
    private final Mistakes found;
    private final Map<String, Integer> places = new HashMap<>();

    Sense(Runbook book, Mistakes found) {
        this.book = book;
        this.found = found;
    }

    void check() {
        ids();
        for (int place = 0; place < book.steps().size(); place++) {
            ways(place, book.steps().get(place));
        }
        if (found.isEmpty()) {
            reached();
        }
        book.parameters().forEach(this::parameter);
    }

    private void ids() {
        for (int place = 0; place < book.steps().size(); place++) {
            String id = book.steps().get(place).id();
            String pointer = "/steps/" + place + "/id";
            if (id.equals(Step.END)) {
                found.add(pointer, "no step can have the id \"end\", which stands for the end of the runbook.");
            }
            if (places.putIfAbsent(id, place) != null) {
                found.add(pointer, "the step id \"" + id + "\" is used twice.");
            }
        }
    }

    private void ways(int place, Step step) {
        String pointer = "/steps/" + place;
        step.next().ifPresent(next -> way(pointer + "/next", place, next));
        if (step.action() instanceof Decision decision) {
            branches(pointer + "/branches/", place, decision.branches());
        }
    }

    private void branches(String pointer, int place, List<Branch> branches) {
        Set<String> answers = new HashSet<>();
        for (int number = 0; number < branches.size(); number++) {
            Branch branch = branches.get(number);
            String below = pointer + number;
            if (!answers.add(branch.answer())) {
                found.add(below + "/answer", Mistakes.quoted(branch.answer()) + " is an answer twice.");
            }
            branch.next().ifPresent(next -> way(below + "/next", place, next));
        }
    }

    /** Only forward, so that no run goes round in circles. */
    private void way(String pointer, int place, String next) {
        Optional<Integer> target = Optional.ofNullable(places.get(next));
        if (next.equals(Step.END)) {
            return;
        }
        if (target.isEmpty()) {
            found.add(pointer, "there is no step \"" + next + "\"." + Guess.sentence(next, places.keySet()));
        } else if (target.get() <= place) {
            found.add(
                    pointer,
                    "the step \"" + next + "\" is not further down. A runbook only goes forward, so that it ends: write"
                            + " what is done again as another step.");
        }
    }

    private void reached() {
        for (Step step : new Routes(book.steps()).unreachable()) {
            found.add(
                    "/steps/" + places.get(step.id()),
                    "no way leads to the step \"" + step.id() + "\". Name it as the next one somewhere, or delete it.");
        }
    }

    private void parameter(Parameter parameter) {
        String pointer = "/parameters/" + parameter.name();
        if (Template.KNOWN.contains(parameter.name())) {
            found.add(pointer, "every run knows \"" + parameter.name() + "\" by itself. Choose another name.");
        }
        String wrong = parameter.pattern().map(Sense::whatIsWrong).orElse("");
        if (!wrong.isEmpty()) {
            found.add(pointer + "/pattern", "this is no regular expression: " + wrong + ".");
        } else if (parameter
                .fallback()
                .filter(value -> !parameter.accepts(value))
                .isPresent()) {
            found.add(pointer + "/default", "this is no value for it: " + parameter.wanted() + ".");
        }
    }

    /** A count within a count within a count takes gigabytes to compile; so their product has a limit. */
    private static String whatIsWrong(String pattern) {
        long copies = 1;
        for (Matcher count = COUNT.matcher(pattern); count.find() && copies <= MOST_COPIES; ) {
            copies *= Math.max(1, Long.parseLong(count.group(1)));
        }
        return copies > MOST_COPIES ? "it repeats too much, because its counts {…} multiply" : whatReaderSays(pattern);
    }

    private static String whatReaderSays(String pattern) {
        try {
            Pattern.compile(pattern);
            return "";
        } catch (PatternSyntaxException e) {
            return e.getDescription();
        }
    }
}
