package dev.muster.runbook;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run was told.
 *
 * @param values of parameters, by their names
 * @param caller the run and the step to which it returns
 * @param startedAt empty for a run that was started before that was kept
 */
public record Setup(Map<String, String> values, Optional<Caller> caller, Optional<Instant> startedAt) {

    /** Nothing. */
    public static final Setup NONE = new Setup(Map.of(), Optional.empty(), Optional.empty());

    public Setup {
        values = Map.copyOf(values);
    }

    /** A step of a run of the same incident. */
    public record Caller(int run, String step) {}

    public static Setup of(Map<String, String> values) {
        return new Setup(values, Optional.empty(), Optional.empty());
    }

    Setup telling(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(more);
        return new Setup(all, caller, startedAt);
    }

    Setup at(Instant start) {
        return new Setup(values, caller, Optional.of(start));
    }
}
