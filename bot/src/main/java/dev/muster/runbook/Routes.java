package dev.muster.runbook;

import dev.muster.runbook.Action.Decision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The ways through the steps of a runbook. They only lead forward, so that each of them ends. */
public final class Routes {

    private final List<Step> steps;
    private final Map<String, Integer> places = new HashMap<>();

    public Routes(List<Step> steps) {
        this.steps = List.copyOf(steps);
        for (int place = 0; place < this.steps.size(); place++) {
            places.put(this.steps.get(place).id(), place);
        }
    }

    /** The step after one that is no decision; empty at the end. */
    public Optional<Step> after(Step step) {
        return target(step, step.next());
    }

    /** The step after a decision that was answered so; empty at the end. */
    public Optional<Step> after(Step decision, Branch answered) {
        return target(decision, answered.next());
    }

    /** All the steps that may come right after this one. */
    public Set<Step> followers(Step step) {
        Set<Step> followers = new LinkedHashSet<>();
        exits(step).forEach(next -> target(step, next).ifPresent(followers::add));
        return followers;
    }

    /** Whether the run may be over right after this step. */
    public boolean mayEndAfter(Step step) {
        return exits(step).anyMatch(next -> target(step, next).isEmpty());
    }

    /** The steps to which no way leads. */
    public List<Step> unreachable() {
        Set<Step> reached = new HashSet<>(steps.subList(0, 1));
        for (Step step : steps) {
            if (reached.contains(step)) {
                reached.addAll(followers(step));
            }
        }
        return steps.stream().filter(step -> !reached.contains(step)).toList();
    }

    /** What each way out of a step names; empty for the step below. */
    private static Stream<Optional<String>> exits(Step step) {
        return step.action() instanceof Decision decision
                ? decision.branches().stream().map(Branch::next)
                : Stream.of(step.next());
    }

    private Optional<Step> target(Step from, Optional<String> next) {
        int below = places.getOrDefault(from.id(), steps.size()) + 1;
        int place = next.map(id -> places.getOrDefault(id, steps.size())).orElse(below);
        return place < steps.size() ? Optional.of(steps.get(place)) : Optional.empty();
    }
}
