package dev.muster.scenario;

/** Something that happens in a rehearsal without anybody there having done it. */
public record Inject(String id, Cue cue, Act act) {}
