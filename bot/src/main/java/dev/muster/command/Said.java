package dev.muster.command;

import dev.muster.desk.Person;
import dev.muster.incident.ChannelId;
import java.time.Instant;

/**
 * Who said what, where and when.
 *
 * @param words what stands behind the command
 * @param origin the request's own key; what comes twice under one key happens once
 */
public record Said(Person by, ChannelId channel, String words, String origin, Instant at) {

    Said saying(String other) {
        return new Said(by, channel, other, origin, at);
    }
}
