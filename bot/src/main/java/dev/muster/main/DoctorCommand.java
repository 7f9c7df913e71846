package dev.muster.main;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says how everything is that the bot needs, and what to do about what is not well. */
@Command(
        name = "doctor",
        description =
                "Looks at settings, database, disk, Slack, its scopes, channels and the clock, and says what to do; 0 all is well, 1 something is not.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        List<Check> checks = new Checkup(System.getenv(), InstantSource.system()).all();
        try (PrintStream out = Terminal.out("-")) {
            checks.stream().map(Check::line).forEach(out::println);
        }
        return checks.stream().allMatch(Check::isWell) ? 0 : 1;
    }
}
