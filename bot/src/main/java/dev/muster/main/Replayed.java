package dev.muster.main;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.config.Mistake;
import dev.muster.config.TextFile;
import dev.muster.incident.Refusal;
import dev.muster.rehearse.HeldClock;
import dev.muster.rehearse.Rehearsal;
import dev.muster.rehearse.Rehearsal.Played;
import dev.muster.scenario.Replay;
import dev.muster.scenario.Replay.Asked;
import dev.muster.scenario.Scenario;
import dev.muster.timeline.ExportedRow;
import dev.muster.timeline.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The export of an incident that is over, played once more; and how often the bot asked for something then and now. */
final class Replayed {

    private static final ObjectMapper json = new ObjectMapper();
    /** So long the bot may take to say what became due at the very end. */
    private static final Duration WORD = Duration.ofSeconds(30);

    private final List<Row> rows;
    private final Scenario scenario;

    private Replayed(List<Row> rows, Scenario scenario) {
        this.rows = rows;
        this.scenario = scenario;
    }

    /** @throws Mistake if it is no export as JSON lines, or has no declaration */
    static Replayed read(Path file) {
        List<Row> rows = TextFile.read(file)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> row(file, line))
                .toList();
        try {
            return new Replayed(rows, Replay.of(rows));
        } catch (Refusal refusal) {
            throw new Mistake(file.toString(), String.valueOf(refusal.getMessage()));
        }
    }

    private static Row row(Path file, String line) {
        try {
            Map<String, Object> object = json.readValue(line, new TypeReference<>() {});
            return ExportedRow.read(object).orElseThrow(() -> noLine(file));
        } catch (JsonProcessingException e) {
            throw noLine(file);
        }
    }

    private static Mistake noLine(Path file) {
        return new Mistake(
                file.toString(),
                "is no timeline as JSON lines. Make one: muster timeline export INC-42 --format jsonl --out FILE");
    }

    Played played() {
        return new Played(scenario, 1, true);
    }

    /** How long it lasted from its declaration to the last thing that somebody did. */
    private Duration length() {
        return scenario.injects().stream()
                .map(inject -> inject.cue().after())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Once it is over, says on standard output what was asked for then and now. */
    void report(Rehearsal rehearsal, InstantSource clock, Instant start) {
        Instant end = start.plus(length()).plus(WORD);
        ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "replay");
            thread.setDaemon(true);
            return thread;
        });
        beat.scheduleWithFixedDelay(
                () -> {
                    if (!clock.instant().isBefore(end)) {
                        beat.shutdown();
                        tell(Asked.in(rehearsal.said()));
                    }
                },
                1,
                1,
                TimeUnit.SECONDS);
    }

    /** Time stops before each thing that happens. */
    void step(HeldClock clock) {
        new Steps(clock, clock.instant(), scenario.injects()).follow();
    }

    private void tell(Asked now) {
        System.out.println();
        System.out.println("Replayed to its end. With the settings of today the bot");
        Asked.on(rows).beside(now).forEach(line -> System.out.println("  " + line));
        System.out.flush();
    }
}
