package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.desk.Scenarios;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.file.Manual;
import dev.muster.scenario.file.ScenarioFile;
import dev.muster.scenario.file.ScenarioFiles;
import dev.muster.scenario.file.Schema;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What can be rehearsed. */
@Command(
        name = "scenario",
        description = "Shows and checks what can be rehearsed.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ScenarioCommand.ListCommand.class,
            ScenarioCommand.ShowCommand.class,
            ScenarioCommand.LintCommand.class,
            ScenarioCommand.SchemaCommand.class,
            ScoreCommand.class
        })
final class ScenarioCommand {

    /** @throws Mistake that names those there are */
    static Scenario get(Scenarios scenarios, String id) {
        String known = scenarios.list().stream().map(Scenario::id).collect(Collectors.joining(", "));
        return scenarios
                .find(id)
                .orElseThrow(() -> new Mistake(
                        id,
                        "there is no such scenario. There "
                                + (known.isEmpty()
                                        ? "are none: MUSTER_SCENARIOS names their folder."
                                        : "are: " + known + ".")));
    }

    @Command(name = "list", description = "Lists the scenarios.", mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {
        @Override
        public Integer call() throws IOException {
            List<Scenario> all = new ScenarioShelf(Terminal.settings().scenarios()).list();
            try (PrintStream out = Terminal.out("-")) {
                all.forEach(one -> out.printf("%-36s %s  %s%n", one.id(), one.severity(), one.title()));
            }
            return 0;
        }
    }

    @Command(
            name = "show",
            description = "Shows all of a scenario. Whoever will rehearse it should not look.",
            mixinStandardHelpOptions = true)
    static final class ShowCommand implements Callable<Integer> {
        @Parameters(paramLabel = "ID", description = "Which scenario")
        private String id = "";

        @Override
        public Integer call() throws IOException {
            Scenario scenario = get(new ScenarioShelf(Terminal.settings().scenarios()), id);
            try (PrintStream out = Terminal.out("-")) {
                Manual.lines(scenario).forEach(out::println);
            }
            return 0;
        }
    }

    @Command(
            name = "lint",
            description = "Checks scenarios; exit status 1 if anything is wrong with one.",
            mixinStandardHelpOptions = true)
    static final class LintCommand implements Callable<Integer> {
        @Parameters(
                paramLabel = "PATH",
                arity = "0..*",
                description = "Files and folders (default: the folder in the settings)")
        private List<Path> paths = List.of();

        @Override
        public Integer call() throws IOException {
            List<Path> where = paths.isEmpty() ? List.of(Terminal.settings().scenarios()) : paths;
            List<ScenarioFile> files =
                    where.stream().flatMap(LintCommand::files).toList();
            List<Mistake> mistakes =
                    files.stream().flatMap(file -> file.findings().stream()).toList();
            try (PrintStream out = Terminal.out("-")) {
                mistakes.forEach(mistake -> out.println(mistake.getMessage()));
                out.printf("%d scenarios, %d findings%n", files.size(), mistakes.size());
            }
            return mistakes.isEmpty() ? 0 : 1;
        }

        private static Stream<ScenarioFile> files(Path path) {
            if (!Files.exists(path)) {
                throw new Mistake(path.toString(), "there is no such file or folder.");
            }
            return Files.isDirectory(path) ? ScenarioFiles.read(path).stream() : Stream.of(ScenarioFile.read(path));
        }
    }

    @Command(name = "schema", description = "Prints the JSON Schema of scenarios.", mixinStandardHelpOptions = true)
    static final class SchemaCommand implements Callable<Integer> {
        @Override
        public Integer call() throws IOException {
            try (PrintStream out = Terminal.out("-")) {
                out.print(Schema.text());
            }
            return 0;
        }
    }
}
