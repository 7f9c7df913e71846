package dev.muster.workspace.check;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong. */
final class Report {
    private final List<String> problems = new ArrayList<>();

    void add(String problem, String pointer) {
        problems.add("[ERROR] %s [json-pointer:%s]".formatted(problem, pointer));
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
