package dev.muster.workspace.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How often each method may be called: so many times within any stretch of time of that length. */
public final class Pacing {
    private record Pace(int calls, Duration per) {}

    private final Map<String, Pace> paces = new HashMap<>();
    private final Map<String, Deque<Instant>> calls = new HashMap<>();

    /** The method may be `*`, which is each one that has no pace of its own. */
    public synchronized void set(String method, int most, Duration per) {
        paces.put(method, new Pace(most, per));
    }

    synchronized void clear() {
        paces.clear();
        calls.clear();
    }

    /** Counts the call and lets it pass, or says in how many seconds to come back; 0 is now. */
    synchronized int secondsToWait(String method, Instant now) {
        Pace pace = paces.getOrDefault(method, paces.get(FaultPlan.ALL));
        if (pace == null) {
            return 0;
        }
        Deque<Instant> recent = calls.computeIfAbsent(method, any -> new ArrayDeque<>());
        Instant free = now.minus(pace.per());
        recent.removeIf(call -> !call.isAfter(free));
        if (recent.size() < pace.calls()) {
            recent.add(now);
            return 0;
        }
        Duration wait = recent.isEmpty() ? pace.per() : Duration.between(free, recent.getFirst());
        return (int) Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
