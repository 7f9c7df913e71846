package dev.muster.slack;

import dev.muster.desk.Chat.NotNow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much may be asked of Slack: each method so often a minute, a message a second to a channel, and nothing at all where
 * Slack has asked to wait (docs.slack.dev, "Rate limits"). What a person waits for is held to the last only. Safe for many
 * threads.
 */
public final class Allowance {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MESSAGE = Duration.ofMillis(1050);
    private static final int BURST = 3;

    /** Calls a minute in the whole workspace, by the tier of the method; of messages Slack allows "several hundred". */
    private static final Map<String, Integer> A_MINUTE = new HashMap<>();

    static {
        tier(
                20,
                "conversations.create conversations.list conversations.setTopic conversations.setPurpose"
                        + " conversations.archive bookmarks.add pins.add users.list users.conversations usergroups.list"
                        + " usergroups.users.list");
        tier(
                50,
                "conversations.history conversations.replies conversations.info conversations.invite conversations.join"
                        + " conversations.open chat.update bookmarks.list");
        tier(100, "users.info files.info files.getUploadURLExternal files.completeUploadExternal");
        tier(200, "chat.postMessage");
    }

    private final InstantSource clock;
    private final double share;
    private final Pace pace;
    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

    /** Slack asked to wait. */
    private record Pause(Instant from, Duration length) {

        /** A clock that was set back makes it begin anew, and not wait until it has caught up. */
        Pause at(Instant now) {
            return now.isBefore(from) ? new Pause(now, length) : this;
        }

        Duration left(Instant now) {
            return Duration.between(now, from.plus(length));
        }
    }

    /** @param share of what Slack allows; more than 1 where a workspace was promised more */
    public Allowance(InstantSource clock, double share) {
        this.clock = clock;
        this.share = share;
        this.pace = new Pace(clock);
    }

    /**
     * Takes the place of one call.
     *
     * @param channel where Slack counts by channel; empty elsewhere
     * @throws NotNow if there is none for now; then nothing is taken
     */
    void take(String method, String channel) {
        requireNoPause(method + channel);
        if (!channel.isEmpty()) {
            require(pace.take(channel, MESSAGE, BURST), "the channel " + channel + " has had enough messages");
        }
        int most = (int) Math.max(1, A_MINUTE.getOrDefault(method, 0) * share);
        if (A_MINUTE.containsKey(method)) {
            require(
                    pace.take(method, MINUTE.dividedBy(most), most),
                    method + " was called " + most + " times a minute");
        }
    }

    /** Slack said to leave this alone for so long. */
    void pause(String method, String channel, Duration wait) {
        pauses.put(method + channel, new Pause(clock.instant(), wait));
    }

    private void requireNoPause(String what) {
        Instant now = clock.instant();
        Pause pause = pauses.computeIfPresent(what, (same, asked) -> asked.at(now));
        if (pause != null) {
            require(pause.left(now), "Slack asked to wait with " + what);
        }
    }

    private static void require(Duration wait, String why) {
        if (wait.toMillis() > 0) {
            throw NotNow.untried(why, wait);
        }
    }

    private static void tier(int aMinute, String methods) {
        List.of(methods.split(" ")).forEach(method -> A_MINUTE.put(method, aMinute));
    }
}
