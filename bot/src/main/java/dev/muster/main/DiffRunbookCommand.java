package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.runbook.Difference;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Telling;
import dev.muster.store.JdbiRuns.Kept;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what changed in a runbook. */
@Command(
        name = "diff",
        description = "Shows what changed between two versions of a runbook.",
        mixinStandardHelpOptions = true)
final class DiffRunbookCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID", description = "Which runbook")
    private String id = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FROM",
            description = "The older version; the last other one that was used if left out")
    private @Nullable String from;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "TO",
            description = "The newer version; the one in service if left out")
    private @Nullable String to;

    @Override
    public Integer call() throws Exception {
        KeptRunbooks versions = new KeptRunbooks(id, Terminal.settings());
        Runbook now = Optional.ofNullable(to).map(versions::get).orElseGet(versions::get);
        Runbook old = versions.get(Optional.ofNullable(from).orElseGet(() -> before(versions, now)));
        List<String> lines = Difference.between(Telling.lines(old), Telling.lines(now));
        try (PrintStream out = Terminal.out("-")) {
            out.println("- version " + old.version());
            out.println("+ version " + now.version());
            lines.forEach(out::println);
            if (lines.isEmpty()) {
                out.println("They say the same.");
            }
        }
        return 0;
    }

    private String before(KeptRunbooks versions, Runbook now) {
        return versions.kept().stream()
                .map(Kept::version)
                .filter(version -> !version.equals(now.version()))
                .reduce((one, later) -> later)
                .orElseThrow(() -> new Mistake(id, "was used in no other version. There is nothing to compare."));
    }
}
