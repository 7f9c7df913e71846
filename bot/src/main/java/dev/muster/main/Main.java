package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.incident.Refusal;
import dev.muster.store.Unusable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. Exit status: 0 done, 1 a finding or a refusal, 2 wrong usage. */
@Command(
        name = "muster",
        description = "Coordinates incidents in Slack.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            ServeCommand.class,
            RehearseCommand.class,
            BenchCommand.class,
            IncidentCommand.class,
            TimelineCommand.class,
            RunbookCommand.class,
            ScenarioCommand.class,
            PostmortemCommand.class,
            ActionsCommand.class,
            InsightsCommand.class,
            MoveOutCommand.class,
            MoveInCommand.class,
            BackupCommand.class,
            ManifestCommand.class,
            DoctorCommand.class
        })
public final class Main implements Callable<Integer> {

    public static void main(String[] args) {
        speakUtf8();
        int status = run(args);
        if (status != ServeCommand.GOES_ON) {
            System.exit(status);
        }
    }

    /** What is said is the same in any locale, on both streams. */
    private static void speakUtf8() {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** Runs a command and says how it ended. */
    static int run(String... args) {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> told(failure, line))
                .execute(args);
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.out);
        return CommandLine.ExitCode.USAGE;
    }

    /** One line for the person who typed; nobody is shown a stack trace unless they ask for one. */
    private static int told(Exception failure, CommandLine line) {
        boolean expected = failure instanceof Mistake || failure instanceof Refusal || failure instanceof Unusable;
        String reason = failure instanceof Refusal refusal ? refusal.reason() : String.valueOf(failure.getMessage());
        line.getErr()
                .println("muster: " + (expected ? reason : failure.getClass().getSimpleName() + ": " + reason));
        if (System.getenv("MUSTER_DEBUG") != null) {
            failure.printStackTrace(line.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Which release this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"muster " + version()};
        }
    }

    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
