package dev.muster.desk;

import dev.muster.desk.Chat.NotNow;
import dev.muster.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often a message that shows how things are is drawn again: Slack allows all incidents of a workspace together fifty
 * edits a minute (docs.slack.dev, "Rate limits"). What is left out comes with the next, which is the last word.
 */
final class Sparing {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Map<IncidentId, Instant> drawn = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Sparing(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts it as drawn now. @throws NotNow if it was drawn a moment ago */
    void require(IncidentId incident) {
        Instant now = clock.instant();
        Instant last = drawn.getOrDefault(incident, Instant.EPOCH);
        if (!now.isBefore(last) && now.isBefore(last.plus(PAUSE))) {
            throw NotNow.untried("it was drawn a moment ago", Duration.between(now, last.plus(PAUSE)));
        }
        drawn.values().removeIf(old -> old.isBefore(now.minus(PAUSE)));
        drawn.put(incident, now);
    }
}
