package dev.muster.runbook.file;

import dev.muster.config.YamlFile;
import dev.muster.runbook.Action.Call;
import dev.muster.runbook.Calls;
import dev.muster.runbook.Runbook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a folder of runbooks. One that has a mistake is left out and named; the others are in service. */
public final class RunbookFiles {

    private static final int MOST_NAMED = 8;

    private RunbookFiles() {}

    /** What a folder holds. */
    public record Shelf(List<Runbook> runbooks, List<String> mistakes) {}

    /** The runbooks that can be in service; no folder is an empty shelf. */
    public static Shelf read(Path folder) {
        List<Runbook> runbooks = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (Written written : sound(read(files(folder)))) {
            written.book().ifPresent(runbooks::add);
            written.mistakes().forEach(mistake -> mistakes.add(mistake.getMessage()));
        }
        return new Shelf(List.copyOf(runbooks), List.copyOf(mistakes));
    }

    /** Each of them, in the same order; read side by side, because there may be many when people wait for the start. */
    public static List<Written> read(List<Path> files) {
        return files.parallelStream().map(RunbookFile::read).toList();
    }

    /** The same files with the mistakes that only show beside the others: an id that is taken, a circle of calls. */
    public static List<Written> sound(List<Written> files) {
        List<Written> unique = new ArrayList<>();
        Map<String, String> taken = new HashMap<>();
        for (Written file : files) {
            String id = file.book().map(Runbook::id).orElse("");
            String before = id.isEmpty() ? null : taken.putIfAbsent(id, file.file());
            unique.add(before == null ? file : file.with("/metadata/id", isTaken(id, before)));
        }
        Calls calls =
                new Calls(unique.stream().flatMap(file -> file.book().stream()).toList());
        return unique.stream().map(file -> outOf(file, calls)).toList();
    }

    /** Every {@code .yaml} and {@code .yml} file of the folder, in the order of their names; none if there is no folder. */
    public static List<Path> files(Path folder) {
        return YamlFile.in(folder);
    }

    private static String isTaken(String id, String before) {
        return "the runbook id \"" + id + "\" is taken by " + before + ". Choose another.";
    }

    private static Written outOf(Written file, Calls calls) {
        List<String> circle = file.book().map(book -> calls.circle(book.id())).orElse(List.of());
        return file.book()
                .filter(book -> !circle.isEmpty())
                .map(book -> file.with(call(book, circle.get(1)), goesRound(circle)))
                .orElse(file);
    }

    private static String goesRound(List<String> circle) {
        String way = circle.stream().limit(MOST_NAMED).collect(Collectors.joining(" → "))
                + (circle.size() > MOST_NAMED ? " → …" : "");
        return "runbooks call one another in a circle: " + way + ". Let one of them only mention the next.";
    }

    private static String call(Runbook book, String called) {
        for (int place = 0; place < book.steps().size(); place++) {
            if (book.steps().get(place).action() instanceof Call call
                    && call.runbook().equals(called)) {
                return "/steps/" + place + "/runbook";
            }
        }
        return "/steps";
    }
}
