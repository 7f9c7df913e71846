package dev.muster.main;

import dev.muster.config.SettingsFile;
import dev.muster.runbook.file.RunbookFiles;
import dev.muster.runbook.file.RunbookFiles.Shelf;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks at runbooks. */
@Command(
        name = "runbook",
        description = "Lists runbooks, and says what is wrong with those that cannot be read.",
        mixinStandardHelpOptions = true,
        subcommands = RunbookCommand.ListCommand.class)
final class RunbookCommand {

    /** Lists runbooks. */
    @Command(
            name = "list",
            description = "Lists the runbooks in service; 1 if a file has a mistake.",
            mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {

        @Override
        public Integer call() {
            Shelf shelf = RunbookFiles.read(SettingsFile.read(System.getenv()).runbooks());
            shelf.runbooks()
                    .forEach(book -> System.out.printf(
                            "%-28s %s %2d steps  %s%n",
                            book.id(), book.version(), book.steps().size(), book.title()));
            shelf.mistakes().forEach(mistake -> System.err.println("muster: " + mistake));
            return shelf.mistakes().isEmpty() ? 0 : 1;
        }
    }
}
