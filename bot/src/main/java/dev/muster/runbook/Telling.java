package dev.muster.runbook;

import dev.muster.incident.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A runbook as Markdown for people. Two versions that differ in what they say differ in it. */
public final class Telling {

    private final Runbook book;
    private final List<String> lines = new ArrayList<>();

    private Telling(Runbook book) {
        this.book = book;
    }

    /** The lines of it, without the version. */
    public static List<String> lines(Runbook book) {
        Telling telling = new Telling(book);
        telling.head();
        book.steps().forEach(telling::step);
        return List.copyOf(telling.lines);
    }

    private void head() {
        lines.add("# " + book.title());
        lines.add("");
        list("Owners", book.owners());
        list("Contacts", book.upkeep().contacts());
        list("Tags", book.tags());
        book.upkeep().reviewed().ifPresent(day -> lines.add("Reviewed: " + day));
        book.upkeep().reviewEvery().ifPresent(every -> lines.add("Review every: " + Words.of(every)));
        book.when().forEach(occasion -> lines.add("Applies to: " + words(occasion)));
        book.parameters().forEach(parameter -> lines.add("Parameter " + words(parameter)));
    }

    private void step(Step step) {
        lines.add("");
        String role = step.role().map(who -> ", " + who).orElse("");
        lines.add("## %s: %s (%s%s)".formatted(step.id(), step.title(), step.kind(), role));
        step.text().lines().forEach(lines::add);
        step.action().accept(new ActionWords(Map.of())).forEach(line -> lines.add("- " + line));
        step.expect().ifPresent(expect -> note("Expected", expect));
        step.why().ifPresent(why -> note("Why", why));
        care(step.care());
        ways(step);
    }

    private void care(Care care) {
        care.timeLimit().ifPresent(limit -> lines.add("Time limit: " + Words.of(limit)));
        if (care.onFailure() != Care.Failure.ASK) {
            lines.add("On failure: " + care.onFailure());
        }
        care.rollBack().ifPresent(back -> note("Way back", back));
        care.remindAfter().ifPresent(after -> lines.add("Reminds after: " + Words.of(after)));
    }

    private void ways(Step step) {
        step.next().ifPresent(next -> lines.add("Then: " + next));
        if (step.action() instanceof Action.Decision decision) {
            for (Branch branch : decision.branches()) {
                String why = branch.why().map(text -> " (" + text.strip() + ")").orElse("");
                lines.add("- %s: %s%s".formatted(branch.answer(), branch.next().orElse("the next step"), why));
            }
        }
    }

    private void note(String name, String text) {
        lines.add(name + ": " + text.strip());
    }

    private void list(String name, List<String> values) {
        if (!values.isEmpty()) {
            lines.add(name + ": " + String.join(", ", values));
        }
    }

    private static String words(Occasion occasion) {
        List<String> parts = new ArrayList<>();
        new TreeSet<>(occasion.severities())
                .forEach(severity -> parts.add(severity.toString().toLowerCase(Locale.ROOT)));
        new TreeSet<>(occasion.services()).forEach(service -> parts.add("service " + service));
        new TreeMap<>(occasion.labels()).forEach((name, value) -> parts.add(name + "=" + value));
        occasion.words().forEach(word -> parts.add("“" + word + "”"));
        return String.join(", ", parts);
    }

    private static String words(Parameter parameter) {
        String fallback =
                parameter.fallback().map(value -> ", " + value + " if not said").orElse("");
        String about = parameter.about().map(text -> ": " + text.strip()).orElse("");
        return parameter.name() + " (" + parameter.wanted() + fallback + ")" + about;
    }
}
