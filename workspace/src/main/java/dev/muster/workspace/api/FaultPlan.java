package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BiFunction;

/** What shall go wrong with the next calls. */
public final class FaultPlan {
    /** How a call goes wrong. */
    public enum Kind {
        ERROR,
        REFUSAL,
        STATUS,
        RATE_LIMIT,
        DROP_BEFORE_ACTING,
        DROP_AFTER_ACTING,
        CUT_SHORT_AFTER_ACTING
    }

    /** One way to go wrong; the detail is the error, the number a status or seconds. */
    public record Fault(Kind kind, String detail, int number) {
        public static Fault error(String error) {
            return new Fault(Kind.ERROR, error, 0);
        }

        /** A whole answer with `ok` false, such as one that names the scope that is needed. */
        public static Fault refusal(ObjectNode answer) {
            return new Fault(Kind.REFUSAL, Json.write(answer), 0);
        }

        /** An HTTP status, and HTML instead of JSON. */
        public static Fault status(int status) {
            return new Fault(Kind.STATUS, "", status);
        }

        public static Fault rateLimit(int seconds) {
            return new Fault(Kind.RATE_LIMIT, "ratelimited", seconds);
        }

        /** The connection is cut, and nothing was done. */
        public static Fault dropBeforeActing() {
            return new Fault(Kind.DROP_BEFORE_ACTING, "", 0);
        }

        /** The connection is cut, and it was done all the same. */
        public static Fault dropAfterActing() {
            return new Fault(Kind.DROP_AFTER_ACTING, "", 0);
        }

        /** Only half of the answer arrives, and it was done all the same. */
        public static Fault cutShort() {
            return new Fault(Kind.CUT_SHORT_AFTER_ACTING, "", 0);
        }
    }

    static final String ALL = "*";
    private static final BiFunction<String, JsonNode, Optional<Fault>> NOTHING =
            (method, arguments) -> Optional.empty();
    private final Map<String, ConcurrentLinkedDeque<Fault>> faults = new ConcurrentHashMap<>();
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();
    private final Paging paging = new Paging();
    private final Pacing pacing = new Pacing();
    private volatile BiFunction<String, JsonNode, Optional<Fault>> decision = NOTHING;
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

    public void decide(BiFunction<String, JsonNode, Optional<Fault>> which) {
        decision = which;
    }

    public void clear() {
        decision = NOTHING;
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

    Optional<Fault> next(String method, JsonNode arguments) {
        return poll(method).or(() -> poll(ALL)).or(() -> decision.apply(method, arguments));
    }

    /** As `next`, but not what is meant for any method. */
    Optional<Fault> only(String name) {
        return poll(name);
    }

    private Optional<Fault> poll(String method) {
        return Optional.ofNullable(faults.get(method)).map(ConcurrentLinkedDeque::poll);
    }
}
