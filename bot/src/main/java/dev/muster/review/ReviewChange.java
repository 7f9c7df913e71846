package dev.muster.review;

import dev.muster.incident.Change;

/** What was decided about a post-mortem, and what follows for its incident. Kept together or not at all. */
public record ReviewChange(Postmortem postmortem, Change change) {}
