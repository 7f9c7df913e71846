package dev.muster.workspace.api;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What shall go wrong with the next calls. */
public final class FaultPlan {
    /** How a call goes wrong. */
    public enum Kind {
        ERROR,
        STATUS,
        RATE_LIMIT,
        DROP_AFTER_ACTING
    }

    /** One way to go wrong; the detail is the error, the number a status or seconds. */
    public record Fault(Kind kind, String detail, int number) {}

    static final String ALL = "*";
    private final Map<String, ConcurrentLinkedDeque<Fault>> faults = new ConcurrentHashMap<>();
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();
    private final Paging paging = new Paging();
    private final Pacing pacing = new Pacing();
    private volatile boolean down;

    /** The method may be `*`, which is any. */
    public void add(String method, Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            faults.computeIfAbsent(method, any -> new ConcurrentLinkedDeque<>()).add(fault);
        }
    }

    public void delay(String method, Duration by) {
        delays.put(method, by);
    }

    public void delayAll(Duration by) {
        delays.put(ALL, by);
    }

    public void down(boolean now) {
        down = now;
    }

    public Paging paging() {
        return paging;
    }

    public Pacing pacing() {
        return pacing;
    }

    public void clear() {
        paging.clear();
        pacing.clear();
        faults.clear();
        delays.clear();
        down = false;
    }

    boolean isDown() {
        return down;
    }

    Duration delayOf(String method) {
        return delays.getOrDefault(method, delays.getOrDefault(ALL, Duration.ZERO));
    }

    Optional<Fault> next(String method) {
        return poll(method).or(() -> poll(ALL));
    }

    /** As `next`, but not what is meant for any method. */
    Optional<Fault> only(String name) {
        return poll(name);
    }

    private Optional<Fault> poll(String method) {
        return Optional.ofNullable(faults.get(method)).map(ConcurrentLinkedDeque::poll);
    }
}
