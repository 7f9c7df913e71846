package dev.muster.desk;

import dev.muster.incident.Arrivals;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Incident;
import dev.muster.incident.MessageRef;
import dev.muster.incident.UserId;
import dev.muster.timeline.Reading;
import dev.muster.timeline.Reading.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where people talk. Every method may be called again after it was cut off, and then finds what it did the first time.
 *
 * <p>All throw {@link NotNow} for what may pass, and {@link NotEver} for what will not.
 */
public interface Chat {

    /**
     * Opens the incident's channel, or finds the one opened by an earlier attempt.
     *
     * @param retry whether an earlier attempt may have opened it
     */
    Opened open(Incident incident, boolean retry);

    /** The channel with this name or id, joined if it is public. */
    ChannelId channel(String nameOrId);

    /** The conversation with one person. @throws Unreachable if there can be none */
    ChannelId direct(UserId person);

    /**
     * Posts once: with {@code retry}, a message that carries the key already is found and returned instead.
     *
     * @param key stands in the message's metadata
     */
    MessageRef post(ChannelId channel, Notice notice, String key, boolean retry);

    /** Posts once below another message, as {@link #post} does. */
    MessageRef reply(MessageRef parent, Notice notice, String key, boolean retry);

    /** Puts a text below a message as a file; one that is put there again is there twice. */
    void attach(MessageRef parent, String name, String text, String comment);

    /** Edits a message of the bot's; false if it is not there any more. */
    boolean update(MessageRef message, Notice notice);

    void pin(MessageRef message);

    void topic(ChannelId channel, String topic, String purpose);

    /** Puts links on the bookmarks bar, by title; those that are there already stay. */
    void bookmarks(ChannelId channel, Map<String, String> links);

    /**
     * Invites people and the members of user groups.
     *
     * @param usersAndGroups ids of both, and handles with {@code @}
     */
    Arrivals invite(ChannelId channel, List<String> usersAndGroups);

    void archive(ChannelId channel);

    /**
     * The next page of what a channel holds.
     *
     * @throws LostPlace if Slack does not know its own cursor any more
     */
    Page read(ChannelId channel, Reading place);

    /** A channel as it was opened. */
    record Opened(ChannelId channel, String name) {}

    /** Trouble that may pass. */
    final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Duration wait;
        private final boolean tried;

        /** @param wait how long Slack asked us to wait; nothing where it did not say */
        public NotNow(String why, Duration wait) {
            this(why, wait, true);
        }

        private NotNow(String why, Duration wait, boolean tried) {
            super(why);
            this.wait = wait;
            this.tried = tried;
        }

        /** Trouble of our own making, before anything was sent. */
        public static NotNow untried(String why, Duration wait) {
            return new NotNow(why, wait, false);
        }

        /** Whether something may have been done. */
        public boolean wasTried() {
            return tried;
        }

        public Duration pause() {
            return wait;
        }
    }

    /** Trouble that will not pass by waiting. */
    class NotEver extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotEver(String why) {
            super(why);
        }
    }

    /** A person who cannot be told anything in this workspace any more. */
    final class Unreachable extends NotEver {
        private static final long serialVersionUID = 1L;

        public Unreachable(String why) {
            super(why);
        }
    }

    /** A channel that nothing can be said in any more, found out by trying. */
    final class Gone extends NotEver {
        private static final long serialVersionUID = 1L;
        private final transient ChannelId channel;
        private final String how;

        /** @param how e.g. {@code archived} */
        public Gone(ChannelId channel, String how, String why) {
            super(why);
            this.channel = channel;
            this.how = how;
        }

        public ChannelId channel() {
            return channel;
        }

        public String how() {
            return how;
        }
    }

    /** The cursor is not valid any more; by time one can go on. */
    final class LostPlace extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public LostPlace(@Nullable String why) {
            super(why);
        }
    }
}
