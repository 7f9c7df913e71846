package dev.muster.incident;

import java.time.Instant;

/** A word to everyone on how things stand. */
public record StatusUpdate(String text, Instant at, Actor by) {}
