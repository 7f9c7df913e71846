package dev.muster.runbook;

import dev.muster.incident.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What to do when something known goes wrong, step by step. A value that never changes: another wording is another
 * version.
 *
 * @param version the first 12 hex digits of the SHA-256 of its file
 * @param owners who keeps it true
 * @param when the occasions for it, any of them
 */
public record Runbook(
        String id,
        String version,
        String title,
        List<String> owners,
        List<String> tags,
        List<Step> steps,
        Upkeep upkeep,
        List<Occasion> when,
        List<Parameter> parameters) {

    public Runbook {
        owners = List.copyOf(owners);
        tags = List.copyOf(tags);
        steps = List.copyOf(steps);
        when = List.copyOf(when);
        parameters = List.copyOf(parameters);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps of " + id + ": none (expected: at least one)");
        }
    }

    /** A runbook that says no more than its steps. */
    public Runbook(String id, String version, String title, List<String> owners, List<String> tags, List<Step> steps) {
        this(id, version, title, owners, tags, steps, Upkeep.UNKNOWN, List.of(), List.of());
    }

    public Step step(String stepId) {
        return steps.stream()
                .filter(step -> step.id().equals(stepId))
                .findFirst()
                .orElseThrow(() -> new Refusal("The runbook `%s` has no step `%s`.".formatted(id, stepId)));
    }

    /** Whether it is meant for what is known of an incident. */
    public boolean fits(Occasion.Situation now) {
        return reason(now).isPresent();
    }

    /** By what this is its occasion; empty if it is not. */
    public Optional<String> reason(Occasion.Situation now) {
        return when.stream().filter(occasion -> occasion.fits(now)).findFirst().map(occasion -> occasion.reason(now));
    }
}
