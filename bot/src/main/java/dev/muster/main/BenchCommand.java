package dev.muster.main;

import dev.muster.bench.Bench;
import dev.muster.bench.Bots;
import dev.muster.bench.Plan;
import dev.muster.bench.Plan.Part;
import dev.muster.config.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast the bot is here. */
@Command(
        name = "bench",
        description = "Measures how fast the bot is on this machine; needs no Slack. Takes some minutes.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    @Option(names = "--quick", description = "Only whether everything runs; the figures say nothing")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "PART",
            description = "Only this part: ${COMPLETION-CANDIDATES}; may be given several times")
    private Set<Part> only = EnumSet.allOf(Part.class);

    @Option(names = "--rows", defaultValue = "1000000", description = "Rows to search in (default: 1000000)")
    private int rows;

    @Option(names = "--dir", paramLabel = "DIR", description = "Where the files go until it ends (default: a new one)")
    private @Nullable Path dir;

    @Override
    public Integer call() throws Exception {
        Path folder = folder();
        try (PrintStream out = Terminal.out("-")) {
            Plan plan = quick ? Plan.quick(only) : Plan.full(only, rows);
            new Bench(plan, BenchCommand::start, folder, InstantSource.system(), out).run();
        } finally {
            delete(folder);
        }
        return 0;
    }

    private static Bots.Running start(Settings settings) throws Exception {
        Bot bot = new Bot(settings);
        return new Bots.Running(bot.start(), bot);
    }

    /** Always a new one, so that nothing of anybody's is deleted in the end. */
    private Path folder() throws IOException {
        Optional<Path> wanted = Optional.ofNullable(dir);
        return wanted.isPresent()
                ? Files.createTempDirectory(Files.createDirectories(wanted.get()), "muster-bench")
                : Files.createTempDirectory("muster-bench");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
