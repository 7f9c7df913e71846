package dev.muster.workspace.check;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong. */
final class Report {
    private final List<String> problems = new ArrayList<>();

    void add(String problem, String pointer) {
        problems.add("[ERROR] %s [json-pointer:%s]".formatted(problem, pointer));
    }

    /** What was found where several kinds of thing could stand; the platform says that none of them fits, then why. */
    void addAll(Report alternatives, String pointer) {
        if (!alternatives.problems.isEmpty()) {
            add("failed to match all allowed schemas", pointer);
            problems.addAll(alternatives.problems);
        }
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
