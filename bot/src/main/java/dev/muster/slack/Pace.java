package dev.muster.slack;

import dev.muster.desk.Chat.NotNow;
import dev.muster.incident.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One message a second to a channel, with a small burst, as Slack asks (docs.slack.dev, "Rate limits"). */
public final class Pace {

    private static final Duration STEP = Duration.ofMillis(1050);
    private static final int BURST = 3;

    private final Map<ChannelId, Instant> busyUntil = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public Pace(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes the place of one message. @throws NotNow if the channel has had enough for now; then nothing is taken */
    void take(ChannelId channel) {
        Instant now = clock.instant();
        busyUntil.compute(channel, (id, before) -> {
            Instant from = before == null || before.isBefore(now) ? now : before;
            if (from.isAfter(now.plus(STEP.multipliedBy(BURST - 1)))) {
                throw NotNow.untried("the channel " + channel + " has had enough messages for a moment", 1);
            }
            return from.plus(STEP);
        });
    }
}
