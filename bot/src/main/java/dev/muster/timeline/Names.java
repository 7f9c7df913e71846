package dev.muster.timeline;

import dev.muster.incident.ChannelId;
import dev.muster.incident.UserId;

/** What people and channels are called. */
public interface Names {

    /** The name people see, without {@code @}; the id itself where there is no name to be had. */
    String of(UserId user);

    /** The channel's name, without {@code #}; the id itself where there is no name to be had. */
    String of(ChannelId channel);
}
