package dev.muster.runbook;

import dev.muster.incident.Actor;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who does what in a run, by step id.
 *
 * @param holders to whom a step was handed
 * @param attempts the last try of each step that the bot was to do
 * @param approved the SHA-256 of what exactly was approved, by the step in which it was
 * @param blocked the steps that could not be done at once, whatever became of them
 */
public record Work(
        Map<String, Actor> holders, Map<String, Attempt> attempts, Map<String, String> approved, Set<String> blocked) {

    /** Nobody anything. */
    public static final Work NONE = new Work(Map.of(), Map.of(), Map.of(), Set.of());

    public Work {
        holders = Map.copyOf(holders);
        attempts = Map.copyOf(attempts);
        approved = Map.copyOf(approved);
        blocked = Set.copyOf(blocked);
    }

    Work held(String step, Actor holder) {
        return new Work(with(holders, step, holder), attempts, approved, blocked);
    }

    Work tried(String step, Attempt attempt) {
        return new Work(holders, with(attempts, step, attempt), approved, blocked);
    }

    Work approving(String step, String digest) {
        return new Work(holders, attempts, with(approved, step, digest), blocked);
    }

    Work blocking(Set<String> steps) {
        Set<String> all = new TreeSet<>(blocked);
        all.addAll(steps);
        return new Work(holders, attempts, approved, all);
    }

    private static <T> Map<String, T> with(Map<String, T> map, String name, T value) {
        Map<String, T> more = new TreeMap<>(map);
        more.put(name, value);
        return more;
    }
}
