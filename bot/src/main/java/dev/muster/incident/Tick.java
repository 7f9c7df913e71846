package dev.muster.incident;

import java.time.Instant;

/**
 * A task of a role's checklist that is done.
 *
 * @param task as it stood in the settings
 */
public record Tick(Role role, String task, Actor by, Instant at) {}
