package dev.muster.runbook;

import dev.muster.incident.Change;

/** What was decided about a run, and what its incident is to remember and promise for it. Kept together or not at all. */
public record RunChange(Run run, Change change) {}
