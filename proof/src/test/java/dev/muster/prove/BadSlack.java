package dev.muster.prove;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.api.FaultPlan.Fault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A Slack in which one call in so many goes wrong, and which remembers who came back sooner than it was told to. */
final class BadSlack {

    private static final int LONGEST_WAIT = 30;
    private static final String POST = "chat.postMessage";

    private final Map<String, Closed> closed = new HashMap<>();
    private final List<String> tooSoon = new ArrayList<>();
    private final Random random;
    private final InstantSource clock;
    private final double often;
    private int faults;

    /** What was under way already when it was closed comes at that same moment, and could not know. */
    private record Closed(Instant from, Instant until) {

        boolean at(Instant now) {
            return now.isAfter(from) && now.isBefore(until);
        }
    }

    /** @param often the share of calls that goes wrong */
    BadSlack(Random random, InstantSource clock, double often) {
        this.random = random;
        this.clock = clock;
        this.often = often;
    }

    synchronized Optional<Fault> decide(String method, JsonNode arguments) {
        String door = door(method, arguments);
        Instant now = clock.instant();
        if (closed.containsKey(door) && closed.get(door).at(now)) {
            tooSoon.add("%s at %s: %s".formatted(door, now, closed.get(door)));
        }
        if (random.nextDouble() >= often) {
            return Optional.empty();
        }
        faults++;
        return Optional.of(fault(door, now));
    }

    /** What a limit closes: a method, and, where messages are posted, for one channel only. */
    private static String door(String method, JsonNode arguments) {
        return method.equals(POST) ? method + " in " + arguments.path("channel").asText() : method;
    }

    private Fault fault(String door, Instant now) {
        return switch (random.nextInt(7)) {
            case 0 -> Fault.error("internal_error");
            case 1 -> Fault.error("ratelimited");
            case 2 -> Fault.status(500 + random.nextInt(5));
            case 3 -> Fault.dropBeforeActing();
            case 4 -> Fault.dropAfterActing();
            default -> limit(door, now, 1 + random.nextInt(LONGEST_WAIT));
        };
    }

    private Fault limit(String door, Instant now, int seconds) {
        closed.put(door, new Closed(now, now.plusSeconds(seconds)));
        return Fault.rateLimit(seconds);
    }

    /** Which calls came while their door was closed. */
    synchronized List<String> tooSoon() {
        return List.copyOf(tooSoon);
    }

    synchronized int faults() {
        return faults;
    }
}
