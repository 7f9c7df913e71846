package dev.muster.workspace.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is away, and who does not want to be disturbed until when; everybody else is there and may be. */
public final class Presences {
    private final Set<String> away = new HashSet<>();
    private final Map<String, Quiet> quiet = new HashMap<>();

    /** A stretch of time in which somebody is not to be disturbed. */
    public record Quiet(Instant from, Instant until) {}

    public void away(String user, boolean now) {
        if (now) {
            away.add(user);
        } else {
            away.remove(user);
        }
    }

    public boolean isAway(String user) {
        return away.contains(user);
    }

    public void quiet(String user, Quiet stretch) {
        quiet.put(user, stretch);
    }

    /** The stretch that this moment is in. */
    public Optional<Quiet> quiet(String user, Instant now) {
        return Optional.ofNullable(quiet.get(user)).filter(stretch -> now.isBefore(stretch.until()));
    }
}
