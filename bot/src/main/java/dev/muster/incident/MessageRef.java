package dev.muster.incident;

/**
 * One message in one channel. The timestamp is an id of the form {@code 1700000000.000100}, unique in its channel; it
 * sorts as text.
 */
public record MessageRef(ChannelId channel, String ts) {}
