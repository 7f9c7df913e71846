package dev.muster.main;

import dev.muster.config.TextFile;
import dev.muster.runbook.file.Imports;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a runbook of something else. */
@Command(
        name = "import",
        description = "Makes a runbook of a checklist in Markdown or of a playbook exported from Mattermost.",
        mixinStandardHelpOptions = true)
final class ImportRunbookCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A .md or a .json file")
    private Path file = Path.of("");

    @Option(names = "--id", paramLabel = "ID", description = "Its id; made of the title if left out")
    private @Nullable String id;

    @Option(names = "--out", paramLabel = "FILE", description = "Where it goes (default: standard output)")
    private String out = "-";

    @Override
    public Integer call() throws Exception {
        String yaml = Imports.read(file.toString(), TextFile.read(file), Optional.ofNullable(id));
        try (PrintStream print = Terminal.out(out)) {
            print.print(yaml);
        }
        return 0;
    }
}
