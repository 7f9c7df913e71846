package dev.muster.incident;

import java.util.Optional;

/**
 * Where an incident lives.
 *
 * @param channel empty until it has been opened
 * @param name the channel's name when it was opened; empty until then
 * @param video the link of the video call
 * @param archived whether nothing can be said in the channel any more
 */
public record Room(Optional<ChannelId> channel, String name, String video, boolean archived) {

    /** The channel, as long as something can be said in it. */
    public Optional<ChannelId> open() {
        return channel.filter(id -> !archived);
    }

    static Room unopened(String video) {
        return new Room(Optional.empty(), "", video, false);
    }

    Room opened(ChannelId id, String called) {
        return new Room(Optional.of(id), called, video, false);
    }

    Room closed() {
        return new Room(channel, name, video, true);
    }
}
