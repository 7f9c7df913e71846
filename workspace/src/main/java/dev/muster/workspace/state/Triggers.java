package dev.muster.workspace.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Trigger ids: each opens one form, for one person, within three seconds. */
public final class Triggers {
    private static final Duration LIFE = Duration.ofSeconds(3);
    private final InstantSource clock;
    private final Map<String, Trigger> triggers = new HashMap<>();

    /** What became of a trigger when it was used: whose it was, or why not. */
    public record Use(String user, Optional<String> error) {}

    private record Trigger(String user, Instant issued, boolean used) {}

    Triggers(InstantSource clock) {
        this.clock = clock;
    }

    public String issue(String user) {
        String id = "%d.%s.%s".formatted(clock.millis(), App.TEAM, Ids.secret());
        triggers.put(id, new Trigger(user, clock.instant(), false));
        return id;
    }

    public Use use(String id) {
        Trigger trigger = triggers.get(id);
        if (trigger == null) {
            return new Use("", Optional.of("invalid_trigger_id"));
        }
        if (trigger.used()) {
            return new Use(trigger.user(), Optional.of("exchanged_trigger_id"));
        }
        if (trigger.issued().plus(LIFE).isBefore(clock.instant())) {
            return new Use(trigger.user(), Optional.of("expired_trigger_id"));
        }
        triggers.put(id, new Trigger(trigger.user(), trigger.issued(), true));
        return new Use(trigger.user(), Optional.empty());
    }
}
