package dev.muster.incident;

import java.time.Duration;
import java.time.Instant;

/**
 * When people sit together over what an incident has taught them.
 *
 * @param moved how often it was given another time; a calendar takes the invitation with the highest number (RFC 5545, 3.8.7.4)
 * @param by who asks for it
 */
public record Meeting(Instant at, Duration length, int moved, Actor by) {

    public Instant end() {
        return at.plus(length);
    }
}
