package dev.muster.workspace;

import dev.muster.workspace.api.FaultPlan;
import dev.muster.workspace.api.FaultPlan.Fault;
import dev.muster.workspace.api.FaultPlan.Kind;
import dev.muster.workspace.push.EventQueue;
import java.time.Duration;

/** Makes Web API calls go wrong; the method `*` means any, and `response_url` the use of response URLs. */
public final class Faults {
    private final FaultPlan plan;
    private final EventQueue events;

    Faults(FaultPlan plan, EventQueue events) {
        this.plan = plan;
        this.events = events;
    }

    public Faults delay(String method, Duration by) {
        plan.delay(method, by);
        return this;
    }

    public Faults delayAll(Duration by) {
        plan.delayAll(by);
        return this;
    }

    /** The next calls answer with this error and do nothing. */
    public Faults fail(String method, String error, int times) {
        plan.add(method, new Fault(Kind.ERROR, error, 0), times);
        return this;
    }

    /** The next calls answer with this HTTP status and no JSON, and do nothing. */
    public Faults status(String method, int status, int times) {
        plan.add(method, new Fault(Kind.STATUS, "", status), times);
        return this;
    }

    /** The next calls are told to come back after so many seconds. */
    public Faults rateLimit(String method, int seconds, int times) {
        plan.add(method, new Fault(Kind.RATE_LIMIT, "ratelimited", seconds), times);
        return this;
    }

    /** The next calls are done, but the connection is cut before the answer. */
    public Faults dropAfterActing(String method, int times) {
        plan.add(method, new Fault(Kind.DROP_AFTER_ACTING, "", 0), times);
        return this;
    }

    /** While down, every connection to the Web API and to response URLs is cut before anything is done. */
    public Faults down(boolean now) {
        plan.down(now);
        return this;
    }

    /** The next events never arrive at the bot. */
    public Faults loseEvents(int times) {
        events.lose(times);
        return this;
    }

    /** The next events arrive twice, with the same id. */
    public Faults repeatEvents(int times) {
        events.repeat(times);
        return this;
    }

    public Faults clear() {
        plan.clear();
        events.lose(0);
        events.repeat(0);
        return this;
    }
}
