package dev.muster.runbook;

import dev.muster.incident.Refusal;
import java.util.List;

/**
 * What to do when something known goes wrong, step by step. A value that never changes: another wording is another
 * version.
 *
 * @param version the first 12 hex digits of the SHA-256 of its file
 * @param owners who keeps it true
 */
public record Runbook(
        String id, String version, String title, List<String> owners, List<String> tags, List<Step> steps) {

    public Runbook {
        owners = List.copyOf(owners);
        tags = List.copyOf(tags);
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps of " + id + ": none (expected: at least one)");
        }
    }

    public Step step(String stepId) {
        return steps.stream()
                .filter(step -> step.id().equals(stepId))
                .findFirst()
                .orElseThrow(() -> new Refusal("The runbook `%s` has no step `%s`.".formatted(id, stepId)));
    }
}
