package dev.muster.incident;

/** Who did something, and the name they went by when they did it. */
public record Actor(UserId id, String name) {}
