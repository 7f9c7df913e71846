package dev.muster.runbook;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run was told.
 *
 * @param values of parameters, by their names
 * @param caller the run and the step to which it returns
 */
public record Setup(Map<String, String> values, Optional<Caller> caller) {

    /** Nothing. */
    public static final Setup NONE = new Setup(Map.of(), Optional.empty());

    public Setup {
        values = Map.copyOf(values);
    }

    /** A step of a run of the same incident. */
    public record Caller(int run, String step) {}

    public static Setup of(Map<String, String> values) {
        return new Setup(values, Optional.empty());
    }

    Setup telling(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(more);
        return new Setup(all, caller);
    }
}
