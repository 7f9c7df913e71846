package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.runbook.Parameter;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Trial;
import dev.muster.runbook.file.RunbookFiles;
import dev.muster.runbook.file.RunbookFiles.Shelf;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a run would do. */
@Command(
        name = "test",
        description = "Tells what a run would say, ask and call along each branch. Nothing of it is done.",
        mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Which runbooks; all if left out")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--dry-run", description = "Say so: there is no other way yet")
    private boolean dryRun;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "What a parameter is given")
    private Map<String, String> values = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        Shelf shelf = RunbookFiles.read(Terminal.settings().runbooks());
        List<Runbook> wanted = ids.isEmpty()
                ? shelf.runbooks()
                : ids.stream().map(id -> get(shelf, id)).toList();
        wanted.forEach(this::requireKnown);
        try (PrintStream out = Terminal.out("-")) {
            wanted.forEach(
                    book -> Trial.lines(book, id -> find(shelf, id), values).forEach(out::println));
        }
        shelf.mistakes().forEach(mistake -> System.err.println("muster: " + mistake));
        return shelf.mistakes().isEmpty() ? 0 : 1;
    }

    private void requireKnown(Runbook book) {
        for (Parameter parameter : book.parameters()) {
            Optional.ofNullable(values.get(parameter.name())).ifPresent(parameter::require);
        }
    }

    private static Optional<Runbook> find(Shelf shelf, String id) {
        return shelf.runbooks().stream().filter(book -> book.id().equals(id)).findFirst();
    }

    private static Runbook get(Shelf shelf, String id) {
        return find(shelf, id)
                .orElseThrow(() -> new Mistake(id, "is no runbook in service. See `muster runbook list`."));
    }
}
