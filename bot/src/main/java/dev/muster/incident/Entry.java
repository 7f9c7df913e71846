package dev.muster.incident;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One line of the timeline before it has its number: when, who, what.
 *
 * @param at when it happened, which may be long before it is written down
 * @param actor empty for the bot itself, or where Slack does not tell
 * @param text plain text: mentions resolved to names, entities decoded
 * @param data the kind's own fields: strings, numbers, booleans, and lists and maps of these
 * @param key whether it is a key moment
 * @param told whether the channel is to be told of it
 */
public record Entry(
        Instant at,
        Kind kind,
        Optional<Actor> actor,
        String text,
        Map<String, Object> data,
        Origin origin,
        boolean key,
        boolean told) {

    public Entry {
        data = Collections.unmodifiableMap(new TreeMap<>(data));
    }

    /** A line written by a decision of the incident, about nothing in Slack. */
    public static Entry of(Instant at, Kind kind, Actor by, String text) {
        return new Entry(at, kind, Optional.of(by), text, Map.of(), Origin.NONE, false, false);
    }

    /** A line about what the bot itself did or found. */
    public static Entry ofBot(Instant at, Kind kind, String text) {
        return new Entry(at, kind, Optional.empty(), text, Map.of(), Origin.NONE, false, false);
    }

    public Entry with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(data);
        more.put(name, value);
        return new Entry(at, kind, actor, text, more, origin, key, told);
    }

    /** The same, in other words. */
    public Entry saying(String words) {
        return new Entry(at, kind, actor, words, data, origin, key, told);
    }

    public Entry from(Origin source) {
        return new Entry(at, kind, actor, text, data, source, key, told);
    }

    /** The same, as a key moment. */
    public Entry asKey() {
        return new Entry(at, kind, actor, text, data, origin, true, told);
    }

    /** The same, to be told to the channel. */
    public Entry asTold() {
        return new Entry(at, kind, actor, text, data, origin, key, true);
    }

    /** The same, with nothing left of what was said. */
    public Entry blank() {
        return new Entry(at, kind, actor, "", Map.of(), origin, key, told);
    }

    /** Whether nothing is said in it. */
    public boolean isBlank() {
        return text.isEmpty() && data.isEmpty();
    }
}
