package dev.muster.scenario;

/**
 * Somebody who is played.
 *
 * @param id also the handle in a local workspace
 * @param part what they do in the company, e.g. {@code support lead}
 */
public record Member(String id, String name, String part, Temper temper) {}
