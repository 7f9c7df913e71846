package dev.muster.runbook;

import dev.muster.runbook.Run.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a runbook has been used, in all its versions.
 *
 * @param finished how many runs came to their end
 * @param stopped how many were stopped before
 * @param last when it was started last, as far as that is known
 * @param usual the median of how long those took that came to their end; empty where that is not known of any
 * @param steps by their ids
 */
public record Usage(
        int runs,
        int finished,
        int stopped,
        Optional<Instant> last,
        Optional<Duration> usual,
        Map<String, StepUse> steps) {

    public Usage {
        steps = Map.copyOf(steps);
    }

    /**
     * How a step has been used.
     *
     * @param blocked how often it could not be done at once, whatever became of it
     * @param usual the median of how long it took once the one before was over
     */
    public record StepUse(int done, int skipped, int blocked, Optional<Duration> usual) {}

    /** @param version the version that a run is tied to */
    public static Usage of(Collection<Run> runs, Function<Run, Runbook> version) {
        List<Run> finished = runs.stream()
                .filter(run -> !run.stopped() && run.isOver(version.apply(run)))
                .toList();
        return new Usage(
                runs.size(),
                finished.size(),
                (int) runs.stream().filter(Run::stopped).count(),
                runs.stream().flatMap(Usage::start).max(Comparator.naturalOrder()),
                median(finished.stream().flatMap(Usage::length).toList()),
                steps(runs));
    }

    private static Stream<Instant> start(Run run) {
        return run.setup().startedAt().stream();
    }

    private static Stream<Duration> length(Run run) {
        return start(run)
                .flatMap(start ->
                        results(run).map(result -> result.getValue().at()).map(end -> Duration.between(start, end)))
                .max(Comparator.naturalOrder())
                .stream();
    }

    private static Stream<Map.Entry<String, Result>> results(Run run) {
        return run.results().entrySet().stream()
                .sorted(Comparator.comparing(result -> result.getValue().at()));
    }

    private static Map<String, StepUse> steps(Collection<Run> runs) {
        Map<String, Count> counts = new LinkedHashMap<>();
        runs.forEach(run -> count(run, counts));
        Map<String, StepUse> steps = new LinkedHashMap<>();
        counts.forEach((id, count) -> steps.put(id, count.use()));
        return steps;
    }

    private static void count(Run run, Map<String, Count> counts) {
        run.work().blocked().forEach(id -> counts.computeIfAbsent(id, step -> new Count()).blocked++);
        Optional<Instant> before = run.setup().startedAt();
        for (Map.Entry<String, Result> result : results(run).toList()) {
            Count count = counts.computeIfAbsent(result.getKey(), step -> new Count());
            count.add(result.getValue(), before);
            before = Optional.of(result.getValue().at());
        }
    }

    /** What is known of a step so far. */
    private static final class Count {
        private int done;
        private int skipped;
        private int blocked;
        private final List<Duration> took = new ArrayList<>();

        void add(Result result, Optional<Instant> before) {
            if (result.outcome() == Outcome.SKIPPED) {
                skipped++;
            }
            if (result.outcome() == Outcome.DONE) {
                done++;
                before.ifPresent(start -> took.add(Duration.between(start, result.at())));
            }
        }

        StepUse use() {
            return new StepUse(done, skipped, blocked, median(took));
        }
    }

    private static Optional<Duration> median(List<Duration> lengths) {
        List<Duration> sorted = lengths.stream().sorted().toList();
        int half = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                sorted.size() % 2 == 1
                        ? sorted.get(half)
                        : sorted.get(half - 1).plus(sorted.get(half)).dividedBy(2));
    }
}
