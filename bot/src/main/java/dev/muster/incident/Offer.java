package dev.muster.incident;

import java.time.Instant;

/** A role that is offered to somebody, who has to accept it; until then its holder stays responsible. */
public record Offer(Actor to, Actor by, Instant at) {}
