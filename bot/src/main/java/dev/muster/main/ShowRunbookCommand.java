package dev.muster.main;

import dev.muster.desk.Knowledge;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Telling;
import dev.muster.runbook.Usage;
import dev.muster.store.JdbiRuns.Kept;
import dev.muster.timeline.Exported;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a runbook. Its version is asked for, so that the usual option for that of the program is not there. */
@Command(name = "show", description = "Shows a runbook, as it is or as it was.")
final class ShowRunbookCommand implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean help;

    @Parameters(paramLabel = "ID", description = "Which runbook")
    private String id = "";

    @Option(
            names = "--version",
            paramLabel = "N",
            description =
                    "How its version begins, or its number, counted from the oldest; the one in service if left out")
    private @Nullable String version;

    @Override
    public Integer call() throws Exception {
        KeptRunbooks versions = new KeptRunbooks(id, Terminal.settings());
        Runbook book = Optional.ofNullable(version).map(versions::get).orElseGet(versions::get);
        try (PrintStream out = Terminal.out("-")) {
            Telling.lines(book).forEach(out::println);
            out.println();
            out.println("Version " + book.version() + ".");
            list(versions.kept(), out);
            versions.usage().ifPresent(usage -> used(book, usage, out));
        }
        return 0;
    }

    private static void used(Runbook book, Usage usage, PrintStream out) {
        List<String> steps = Knowledge.steps(book, usage);
        if (!steps.isEmpty()) {
            out.println();
            out.printf("Run %d times in all its versions:%n", usage.runs());
            steps.forEach(line -> out.println("- " + line));
        }
    }

    private static void list(List<Kept> kept, PrintStream out) {
        for (int place = 0; place < kept.size(); place++) {
            Kept each = kept.get(place);
            out.printf("%d. %s, first seen %s%n", place + 1, each.version(), Exported.time(each.since()));
        }
    }
}
