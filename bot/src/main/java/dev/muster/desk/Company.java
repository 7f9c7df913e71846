package dev.muster.desk;

import java.util.function.Function;

/**
 * What can be rehearsed, and by whom it is played.
 *
 * @param troupe given where the bot talks
 */
public record Company(Scenarios scenarios, Function<Chat, Troupe> troupe) {

    /** The bot itself speaks for everybody. */
    public static Company of(Scenarios scenarios) {
        return new Company(scenarios, Understudy::new);
    }
}
