package dev.muster.prove;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was proven last of each promise: kept as data in {@code docs/proof.json}, and put into words for people. */
final class Ledger {

    private static final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String BEGIN = "<!-- proof -->";
    private static final String END = "<!-- /proof -->";

    private final Map<String, Result> latest = new TreeMap<>();

    private Ledger() {}

    /**
     * Prints the results of a run, and enters them if there is a place to.
     *
     * @param args where and on what it ran; whether that is to be kept, {@code keep} or {@code show}
     */
    public static void main(String[] args) throws IOException {
        List<Result> run = results(args[0]);
        System.out.print(new Ledger().enter(run).table("this"));
        if (args[1].equals("keep")) {
            Ledger ledger =
                    new Ledger().enter(read(Path.of("../docs/proof.json"))).enter(run);
            json.writeValue(Path.of("../docs/proof.json").toFile(), ledger.rows());
            Files.writeString(Path.of("../docs/proof.md"), ledger.page());
            insert(Path.of("../README.md"), ledger.summary());
        }
        if (run.isEmpty() || run.stream().anyMatch(result -> !result.held())) {
            System.exit(1);
        }
    }

    private static List<Result> results(String where) throws IOException {
        try (Stream<Path> files = Files.list(Result.FOLDER)) {
            List<Result> all = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                all.add(json.readValue(file.toFile(), Result.class).in(where));
            }
            return all;
        }
    }

    private static List<Result> read(Path file) throws IOException {
        return Files.exists(file) ? List.of(json.readValue(file.toFile(), Result[].class)) : List.of();
    }

    private Ledger enter(List<Result> results) {
        results.forEach(result -> latest.put(result.promise(), result));
        return this;
    }

    private List<Result> rows() {
        return latest.values().stream()
                .sorted(Comparator.comparing(Result::part).thenComparing(Result::promise))
                .toList();
    }

    private String page() {
        List<String> runs = rows().stream().map(Result::run).distinct().sorted().toList();
        StringBuilder page = new StringBuilder(
                """
                # What was proven last, when, and on what

                Made by `./prove`, which plays Slack to the very jar that is shipped, and judges from outside. Circumstances are
                chosen by chance, and by the same seed again in the same way. A table holds what came of each promise when it was
                last tried; what a run is, stands at the end, and before it how each promise was seen to fail when the code was
                broken on purpose. As data: [proof.json](proof.json).
                """);
        for (Part part : Part.values()) {
            String table = table(part, result -> String.valueOf(runs.indexOf(result.run()) + 1));
            page.append(table.isEmpty() ? "" : "\n## %s\n\n%s".formatted(part.title, table));
        }
        page.append("\n## Seen red\n\n");
        rows().forEach(row -> page.append("- **%s**: %s\n".formatted(row.promise(), row.red())));
        page.append("\n## Runs\n\n");
        runs.forEach(run -> page.append("%d. %s\n".formatted(runs.indexOf(run) + 1, run)));
        return page.toString();
    }

    private String table(String run) {
        return Stream.of(Part.values())
                .map(part -> table(part, any -> run))
                .filter(table -> !table.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String table(Part part, Function<Result, String> run) {
        String rows = rows().stream()
                .filter(row -> row.part() == part)
                .map(row -> row(row, run.apply(row)))
                .collect(Collectors.joining());
        return rows.isEmpty()
                ? ""
                : "| promise | held | measured | seed | rounds | took | run |\n|---|---|---|---|---|---|---|\n" + rows;
    }

    private static String row(Result row, String run) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %d | %,d | %,.1f s | %s |%n",
                row.promise(),
                row.held() ? "yes" : "**no**",
                row.measured().replace("|", "\\|"),
                row.seed(),
                row.rounds(),
                row.seconds(),
                run);
    }

    private String summary() {
        StringBuilder summary = new StringBuilder("| what is promised | held |\n|---|---|\n");
        for (Part part : Part.values()) {
            List<Result> rows =
                    rows().stream().filter(row -> row.part() == part).toList();
            long held = rows.stream().filter(Result::held).count();
            summary.append(
                    rows.isEmpty()
                            ? ""
                            : "| **%s**: %s | %d of %d |\n".formatted(part.title, part.promise, held, rows.size()));
        }
        return summary.toString();
    }

    private static void insert(Path file, String words) throws IOException {
        String page = Files.readString(file);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if (end > begin) {
            Files.writeString(file, page.substring(0, begin) + "\n" + words + page.substring(end));
        }
    }
}
