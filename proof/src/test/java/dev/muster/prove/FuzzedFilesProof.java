package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.config.Mistake;
import dev.muster.config.SettingsFile;
import dev.muster.config.YamlFile;
import dev.muster.prove.BadFiles.Bad;
import dev.muster.testing.BotProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in a file that people write, it is read, or refused by its name and with a reason, soon and in words. */
class FuzzedFilesProof {

    /** So many are read by one process. */
    private static final int AT_ONCE = 200;

    /** Of so many settings one is given to a process of its own. */
    private static final int ALONE = 100;

    private static final Duration SOON = Duration.ofSeconds(30);

    /** How a program talks that has lost its way, and how none of the files does. */
    private static final Pattern LOST = Pattern.compile(
            "(?m)^\\s+at \\S+\\(|^muster: \\w+:|\\w+Exception\\b|StackOverflow|OutOfMemory|\\bnull\\b.*null\\b");

    @TempDir
    Path folder;

    @Test
    void runbooksAreReadOrRefusedInWords() throws Exception {
        Proof.that(Part.INPUT, "fuzzed runbooks: read, or refused by name in words")
                .seenRed("what the parser throws goes through to the command line")
                .rounds(60, 20_000)
                .holds(trial -> linted(trial, Path.of("..", "runbooks"), "runbook", "lint"));
    }

    @Test
    void scenariosAreReadOrRefusedInWords() throws Exception {
        Proof.that(Part.INPUT, "fuzzed scenarios: read, or refused by name in words")
                .seenRed("what the parser throws goes through to the command line")
                .rounds(60, 20_000)
                .holds(trial -> linted(trial, Path.of("..", "config", "scenarios"), "scenario", "lint"));
    }

    @Test
    void settingsAreReadOrRefusedInWords() throws Exception {
        Proof.that(Part.INPUT, "fuzzed settings: read, or refused by name in words")
                .seenRed("a file that is not UTF-8 was refused with the name of an exception")
                .rounds(60, 20_000)
                .holds(trial -> {
                    BadFiles files = new BadFiles(trial.random, List.of(Path.of("..", "config", "muster.yaml")));
                    int refused = 0;
                    long slowest = 0;
                    for (int round = 0; round < trial.rounds; round++) {
                        Bad bad = files.next();
                        Path file = Files.write(folder.resolve("settings.yaml"), bad.content());
                        Instant began = Instant.now();
                        refused += isRefused(file, bad, round % ALONE == 0) ? 1 : 0;
                        slowest = Math.max(
                                slowest, Duration.between(began, Instant.now()).toMillis());
                    }
                    return "%,d files, %,d refused, the slowest took %,d ms".formatted(trial.rounds, refused, slowest);
                });
    }

    private boolean isRefused(Path file, Bad bad, boolean alone) throws Exception {
        if (alone) {
            Path none = Files.createDirectories(folder.resolve("none"));
            Told told = run(
                    Map.of("MUSTER_CONFIG", file.toString(), "MUSTER_SCENARIOS", none.toString()), "scenario", "list");
            assertThat(told.said.lines()).as(kept(file)).allMatch(line -> line.startsWith("muster: "));
            assertThat(told.status).as(told.said).isEqualTo(told.said.isEmpty() ? 0 : 1);
        }
        try {
            SettingsFile.read(Map.of("MUSTER_CONFIG", file.toString()));
            assertThat(bad.isHopeless()).as(kept(file)).isFalse();
            return false;
        } catch (Mistake mistake) {
            assertThat(mistake.getMessage())
                    .as(kept(file))
                    .startsWith(file.toString())
                    .doesNotContainPattern(LOST);
            return true;
        } catch (RuntimeException | StackOverflowError lost) {
            throw new AssertionError(kept(file), lost);
        }
    }

    /** Keeps a file that shows a fault, and says where. */
    private static String kept(Path file) throws IOException {
        return "settings: "
                + Files.readString(file, StandardCharsets.ISO_8859_1).length() + " bytes, " + file;
    }

    private String linted(Trial trial, Path shipped, String... command) throws Exception {
        BadFiles files = new BadFiles(trial.random, YamlFile.in(shipped));
        int named = 0;
        Duration slowest = Duration.ZERO;
        for (int first = 0; first < trial.rounds; first += AT_ONCE) {
            Path heap = Files.createDirectory(folder.resolve("heap" + first));
            List<String> hopeless = heap(files, heap);
            Instant began = Instant.now();
            Told told = run(Map.of(), command[0], command[1], heap.toString());
            Duration took = Duration.between(began, Instant.now());
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
            trial.step("%s: status %d after %s%n%s", heap, told.status, took, told.said);
            assertThat(told.status).as(told.said).isEqualTo(1);
            List<String> lines = told.said
                    .lines()
                    .filter(line -> !line.matches("\\d+ scenarios, \\d+ findings"))
                    .toList();
            assertThat(lines).allMatch(line -> line.startsWith(heap + "/"));
            assertThat(hopeless).allMatch(name -> told.said.contains(heap + "/" + name + ":"));
            named += (int)
                    lines.stream().map(line -> line.split(":")[0]).distinct().count();
        }
        return "%,d files, %,d with findings, at most %.1f s for %d"
                .formatted(trial.rounds, named, slowest.toMillis() / 1000.0, AT_ONCE);
    }

    /** Fills a folder; the names of those that must not pass. */
    private static List<String> heap(BadFiles files, Path folder) throws IOException {
        List<String> hopeless = new ArrayList<>();
        for (int number = 0; number < AT_ONCE; number++) {
            Bad bad = files.next();
            String name = "f%03d.yaml".formatted(number);
            Files.write(folder.resolve(name), bad.content());
            if (bad.isHopeless()) {
                hopeless.add(name);
            }
        }
        return hopeless;
    }

    private record Told(int status, String said) {}

    /** One that does not end is killed, and its status says so. */
    private static Told run(Map<String, String> environment, String... command) throws Exception {
        List<String> soon = List.of("timeout", "-s", "KILL", String.valueOf(SOON.toSeconds()));
        Process process = BotProcess.launch(soon, environment, command);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Told told = new Told(process.waitFor(), said);
        assertThat(told.status).as(said).isBetween(0, 2);
        assertThat(said).doesNotContainPattern(LOST);
        return told;
    }
}
