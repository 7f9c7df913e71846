package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.config.Settings;
import dev.muster.desk.Machine;
import dev.muster.runbook.Parameter;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Trial;
import dev.muster.runbook.file.RunbookFiles;
import dev.muster.runbook.file.RunbookFiles.Shelf;
import dev.muster.secrets.Secrets;
import dev.muster.store.Store;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a run would do, or does it where nothing can break. */
@Command(
        name = "test",
        description =
                "Does the commands and calls of runbooks as execution.test in the settings allows, and keeps what came"
                        + " of it; 1 if one fails. With --dry-run it tells what a run would say, ask and call along each branch.",
        mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Which runbooks; all if left out")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--dry-run", description = "Only tell; nothing is done")
    private boolean dryRun;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "What a parameter is given")
    private Map<String, String> values = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        Settings settings = Terminal.settings();
        Shelf shelf = RunbookFiles.read(settings.runbooks());
        List<Runbook> wanted = ids.isEmpty()
                ? shelf.runbooks()
                : ids.stream().map(id -> get(shelf, id)).toList();
        wanted.forEach(this::requireKnown);
        boolean passed = true;
        try (PrintStream out = Terminal.out("-")) {
            if (dryRun) {
                wanted.forEach(
                        book -> Trial.lines(book, id -> find(shelf, id), values).forEach(out::println));
            } else {
                passed = really(wanted, settings, out);
            }
        }
        shelf.mistakes().forEach(mistake -> System.err.println("muster: " + mistake));
        return passed && shelf.mistakes().isEmpty() ? 0 : 1;
    }

    /** One that has nothing to do is neither tested nor untested. */
    private boolean really(List<Runbook> wanted, Settings settings, PrintStream out) {
        if (!settings.trial().enabled()) {
            throw new Mistake(
                    "execution.test.enabled",
                    "is false, so that nothing was run. Set it where nothing can break, or add --dry-run.");
        }
        Machine machine = new Machinery(settings.trial(), Secrets.shipped(settings.secrets()));
        boolean passed = true;
        try (Store store = Stores.read(settings, InstantSource.system())) {
            for (Runbook book : wanted) {
                Rehearsed rehearsed = Rehearsed.of(book, values, machine);
                out.println(book.id() + " (version " + book.version() + "): " + said(rehearsed));
                rehearsed.lines().forEach(out::println);
                if (!rehearsed.isEmpty()) {
                    store.trials().put(book, rehearsed.passed(), rehearsed.lines());
                }
                passed &= rehearsed.passed();
            }
        }
        return passed;
    }

    private static String said(Rehearsed rehearsed) {
        return rehearsed.isEmpty() ? "has nothing to run" : rehearsed.passed() ? "passed" : "did not pass";
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
