package dev.muster.workspace.push;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Which events never arrive. */
final class Losses {
    private final AtomicInteger next = new AtomicInteger();
    private volatile Predicate<? super JsonNode> which = event -> false;
    private volatile boolean rateLimited;

    void next(int times) {
        next.set(times);
    }

    void which(Predicate<? super JsonNode> lost) {
        which = lost;
    }

    void rateLimited(boolean now) {
        rateLimited = now;
    }

    /** Those lost for another reason are not counted among the next ones. */
    boolean has(JsonNode event) {
        return rateLimited || which.test(event) || due(next);
    }

    static boolean due(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }
}
