package dev.muster.desk;

import dev.muster.desk.Trials.Tried;
import dev.muster.incident.Words;
import dev.muster.runbook.Run;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Usage;
import dev.muster.runbook.Usage.StepUse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of runbooks by how they were used. */
public final class Knowledge {

    private final Runs runs;
    private final Trials trials;

    public Knowledge(Runs runs, Trials trials) {
        this.runs = runs;
        this.trials = trials;
    }

    /** Of each of these runbooks, a few words. */
    public Map<String, String> words(List<Runbook> books) {
        Map<String, List<Run>> all = runs.all().stream().collect(Collectors.groupingBy(Run::runbook));
        Map<String, String> words = new HashMap<>();
        for (Runbook book : books) {
            Usage usage = usage(all.getOrDefault(book.id(), List.of()));
            words.put(book.id(), words(usage) + tried(book, trials.last(book.id())));
        }
        return words;
    }

    /** How it was used. */
    public Usage usage(String runbook) {
        return usage(
                runs.all().stream().filter(run -> run.runbook().equals(runbook)).toList());
    }

    /** When it was run or tested last, in any version. */
    public Optional<Instant> lastUsed(String runbook) {
        return Stream.of(usage(runbook).last(), trials.last(runbook).map(Tried::at))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private Usage usage(List<Run> of) {
        Map<String, Runbook> versions = new HashMap<>();
        return Usage.of(
                of, run -> versions.computeIfAbsent(run.version(), version -> runs.version(run.runbook(), version)));
    }

    private static String words(Usage usage) {
        if (usage.runs() == 0) {
            return "never run";
        }
        List<String> parts = new ArrayList<>();
        parts.add("run " + times(usage.runs())
                + usage.last().map(at -> ", last on " + day(at)).orElse(""));
        usage.usual()
                .ifPresent(
                        took -> parts.add("usually over after %s (n = %d)".formatted(lasting(took), usage.finished())));
        if (usage.stopped() > 0) {
            parts.add("stopped " + times(usage.stopped()));
        }
        return String.join(", ", parts);
    }

    /** A line for each step that was ever reached, in the order of the runbook. */
    public static List<String> steps(Runbook book, Usage usage) {
        return book.steps().stream()
                .flatMap(step ->
                        Optional.ofNullable(usage.steps().get(step.id()))
                                .map(use -> step.id() + ": " + words(use))
                                .stream())
                .toList();
    }

    private static String words(StepUse use) {
        List<String> parts = new ArrayList<>();
        parts.add("done " + times(use.done())
                + use.usual().map(took -> ", usually in " + lasting(took)).orElse(""));
        if (use.skipped() > 0) {
            parts.add("skipped " + times(use.skipped()));
        }
        if (use.blocked() > 0) {
            parts.add("blocked " + times(use.blocked()));
        }
        return String.join(", ", parts);
    }

    private static String tried(Runbook book, Optional<Tried> trial) {
        return trial.map(last -> "; %s on %s%s"
                        .formatted(
                                last.passed() ? "tested" : "failed its test",
                                day(last.at()),
                                last.version().equals(book.version()) ? "" : " in another version"))
                .orElse("");
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String lasting(Duration took) {
        return Words.of(took.toSeconds() == 0 ? Duration.ofSeconds(1) : Duration.ofSeconds(took.toSeconds()));
    }
}
