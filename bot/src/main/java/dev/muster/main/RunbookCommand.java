package dev.muster.main;

import dev.muster.config.Settings;
import dev.muster.desk.Knowledge;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.file.RunbookFiles;
import dev.muster.runbook.file.RunbookFiles.Shelf;
import dev.muster.runbook.file.Schema;
import dev.muster.store.Store;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks at runbooks. */
@Command(
        name = "runbook",
        description = "Lists, shows, checks, tries out and imports runbooks.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RunbookCommand.ListCommand.class,
            ShowRunbookCommand.class,
            DiffRunbookCommand.class,
            LintCommand.class,
            TryCommand.class,
            ImportRunbookCommand.class,
            RunbookCommand.SchemaCommand.class
        })
final class RunbookCommand {

    /** Lists runbooks. */
    @Command(
            name = "list",
            description = "Lists the runbooks in service; 1 if a file has a mistake.",
            mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {

        @Override
        public Integer call() throws Exception {
            Settings settings = Terminal.settings();
            Shelf shelf = RunbookFiles.read(settings.runbooks());
            Map<String, String> known = known(settings, shelf.runbooks());
            try (PrintStream out = Terminal.out("-")) {
                shelf.runbooks()
                        .forEach(book -> out.printf(
                                "%-28s %s %2d steps  %s%s%n",
                                book.id(),
                                book.version(),
                                book.steps().size(),
                                book.title(),
                                Optional.ofNullable(known.get(book.id()))
                                        .map(words -> " (" + words + ")")
                                        .orElse("")));
            }
            shelf.mistakes().forEach(mistake -> System.err.println("muster: " + mistake));
            return shelf.mistakes().isEmpty() ? 0 : 1;
        }
    }

    /** How they were used; nothing if there is no database. */
    private static Map<String, String> known(Settings settings, List<Runbook> books) {
        boolean isThere = Stores.location(settings).file().map(Files::exists).orElse(true);
        if (!isThere) {
            return Map.of();
        }
        try (Store store = Stores.read(settings, InstantSource.system())) {
            return new Knowledge(store.runs(), store.trials()).words(books);
        }
    }

    /** Prints the schema. */
    @Command(
            name = "schema",
            description = "Prints the JSON Schema of runbooks, by which editors complete them.",
            mixinStandardHelpOptions = true)
    static final class SchemaCommand implements Callable<Integer> {

        @Override
        public Integer call() throws Exception {
            try (PrintStream out = Terminal.out("-")) {
                out.print(Schema.text());
            }
            return 0;
        }
    }
}
