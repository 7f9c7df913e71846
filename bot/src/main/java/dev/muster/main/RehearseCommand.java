package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.config.Settings;
import dev.muster.config.SettingsFile;
import dev.muster.rehearse.FastClock;
import dev.muster.rehearse.HeldClock;
import dev.muster.rehearse.Rehearsal;
import dev.muster.rehearse.Rehearsal.Played;
import dev.muster.scenario.Scenario;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the bot in a workspace of its own in the browser. */
@Command(
        name = "rehearse",
        description = "Runs the bot in a local workspace in the browser; needs no Slack.",
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", defaultValue = "3900", description = "Port of the page, 0 for a free one (default: 3900)")
    private int port;

    @Option(names = "--speed", defaultValue = "1", description = "How many times faster than real time (default: 1)")
    private double speed = 1;

    @Option(names = "--no-browser", description = "Do not open the page.")
    private boolean noBrowser;

    @Option(
            names = "--data",
            defaultValue = "data/rehearsal",
            description = "Folder of the rehearsal's database; emptied at the start (default: data/rehearsal)")
    private Path data = Path.of("data/rehearsal");

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            description = "What is rehearsed: alerts, colleagues and customers by a script, and a score at the end")
    private @Nullable String scenario;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description =
                    "Plays an incident once more from its export as JSON lines, with the settings of today, and says how "
                            + "often the bot asked for something then and now")
    private @Nullable Path replay;

    @Option(
            names = "--step",
            description = "Time stops before each thing that happens in a replay, until Enter is pressed")
    private boolean step;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same chance again for the same number (default: 1)")
    private long seed = 1;

    @Override
    public Integer call() throws Exception {
        if (step && replay == null) {
            throw new ParameterException(
                    spec.commandLine(), "--step goes with --replay: what is there to step through?");
        }
        InstantSource clock = clock();
        ScenarioShelf shelf = new ScenarioShelf(Terminal.settings().scenarios());
        Optional<Replayed> replayed = Optional.ofNullable(replay).map(Replayed::read);
        Optional<Played> played = replayed.map(Replayed::played)
                .or(() -> Optional.ofNullable(scenario).map(id -> new Played(ScenarioCommand.get(shelf, id), seed)));
        Path database = data.resolve("muster.db");
        CarriedScores scores = CarriedScores.from(database);
        emptied(data);
        scores.into(database);
        Rehearsal rehearsal = new Rehearsal(port, clock, speed, played);
        Settings settings = SettingsFile.read(rehearsal.environment(System.getenv(), "jdbc:sqlite:" + database));
        Bot bot = new Bot(settings, clock, speed, rehearsal.company(shelf));
        ServeCommand.stopWithProcess(() -> {
            bot.close();
            rehearsal.close();
        });
        rehearsal.connect(bot.start());
        tell(rehearsal.page(), database);
        played.filter(one -> !one.counted()).ifPresent(one -> tell(one.scenario()));
        rehearsal.open();
        replayed.ifPresent(one -> one.report(rehearsal, clock, clock.instant()));
        if (clock instanceof HeldClock held) {
            replayed.ifPresent(one -> one.step(held));
        }
        return ServeCommand.GOES_ON;
    }

    private InstantSource clock() {
        try {
            return step ? new HeldClock(speed) : new FastClock(speed);
        } catch (IllegalArgumentException e) {
            throw new Mistake("--speed", String.valueOf(e.getMessage()));
        }
    }

    private void tell(URI page, Path database) {
        System.out.println("The workspace is open: " + page);
        System.out.println("Declare an incident there: /incident declare sev1 checkout is down");
        System.out.println("From another terminal: DATABASE_URL=jdbc:sqlite:" + database
                + " java -jar bot/target/muster.jar timeline export INC-1 --format jsonl");
        System.out.flush();
        boolean canBrowse = !noBrowser && !GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported();
        if (canBrowse) {
            browse(page);
        }
    }

    private static void tell(Scenario scenario) {
        System.out.println();
        System.out.println("Rehearsed is: " + scenario.title());
        System.out.println(
                "The first alert comes in #incidents. Declare an incident when you think that it is one, lead it to its");
        System.out.println("end, and resolve it: then its channel has your score. Ask people; they know things.");
        System.out.flush();
    }

    private static void browse(URI page) {
        try {
            Desktop.getDesktop().browse(page);
        } catch (IOException | UnsupportedOperationException e) {
            System.out.println("Your browser could not be opened; please open the page yourself.");
        }
    }

    /** A workspace begins without channels, so its bot must begin without incidents. */
    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.filter(path -> path.getFileName().toString().startsWith("muster.db"))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }
}
