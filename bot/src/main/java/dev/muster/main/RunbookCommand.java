package dev.muster.main;

import dev.muster.runbook.file.RunbookFiles;
import dev.muster.runbook.file.RunbookFiles.Shelf;
import dev.muster.runbook.file.Schema;
import java.io.PrintStream;
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
            Shelf shelf = RunbookFiles.read(Terminal.settings().runbooks());
            try (PrintStream out = Terminal.out("-")) {
                shelf.runbooks()
                        .forEach(book -> out.printf(
                                "%-28s %s %2d steps  %s%n",
                                book.id(), book.version(), book.steps().size(), book.title()));
            }
            shelf.mistakes().forEach(mistake -> System.err.println("muster: " + mistake));
            return shelf.mistakes().isEmpty() ? 0 : 1;
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
