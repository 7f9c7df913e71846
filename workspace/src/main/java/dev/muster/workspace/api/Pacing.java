package dev.muster.workspace.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How often each method may be called: so many times within any stretch of time of that length. */
public final class Pacing {
    private record Pace(int calls, Duration per) {}

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String POST = "chat.postMessage";
    private static final Pace IN_ONE_CHANNEL = new Pace(1, Duration.ofSeconds(1));
    private final Map<String, Pace> paces = new HashMap<>();
    private final Map<String, Deque<Instant>> calls = new HashMap<>();
    private boolean tiers;

    /** The method may be `*`, which is each one that has no pace of its own. */
    public synchronized void set(String method, int most, Duration per) {
        paces.put(method, new Pace(most, per));
    }

    /** From now on each method that has no pace of its own has the one of its tier. */
    public synchronized void tiers() {
        tiers = true;
    }

    synchronized void clear() {
        paces.clear();
        calls.clear();
        tiers = false;
    }

    /** Counts the call and lets it pass, or says in how many seconds to come back; 0 is now. */
    synchronized int secondsToWait(String method, String channel, Instant now) {
        String inChannel = method + " " + channel;
        Optional<Pace> pace = pace(method);
        Optional<Pace> paceThere = tiers && method.equals(POST) ? Optional.of(IN_ONE_CHANNEL) : Optional.empty();
        int wait = Math.max(
                pace.map(known -> toWait(method, known, now)).orElse(0),
                paceThere.map(known -> toWait(inChannel, known, now)).orElse(0));
        if (wait == 0) {
            pace.ifPresent(known -> recent(method).add(now));
            paceThere.ifPresent(known -> recent(inChannel).add(now));
        }
        return wait;
    }

    private Optional<Pace> pace(String method) {
        Optional<Pace> own = Optional.ofNullable(paces.get(method));
        return tiers
                ? own.or(() -> Optional.of(new Pace(Tiers.perMinute(method), MINUTE)))
                : own.or(() -> Optional.ofNullable(paces.get(FaultPlan.ALL)));
    }

    private Deque<Instant> recent(String key) {
        return calls.computeIfAbsent(key, any -> new ArrayDeque<>());
    }

    private int toWait(String key, Pace pace, Instant now) {
        Deque<Instant> recent = recent(key);
        Instant free = now.minus(pace.per());
        recent.removeIf(call -> !call.isAfter(free));
        if (recent.size() < pace.calls()) {
            return 0;
        }
        Duration wait = recent.isEmpty() ? pace.per() : Duration.between(free, recent.getFirst());
        return (int) Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
