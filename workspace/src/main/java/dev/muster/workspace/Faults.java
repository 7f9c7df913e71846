package dev.muster.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.api.FaultPlan;
import dev.muster.workspace.api.FaultPlan.Fault;
import dev.muster.workspace.push.EventQueue;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Makes Web API calls and events go wrong; the method `*` means any, and `response_url` the use of response URLs. */
public final class Faults {
    private final FaultPlan plan;
    private final EventQueue events;

    Faults(FaultPlan plan, EventQueue events) {
        this.plan = plan;
        this.events = events;
    }

    /** Until cleared, each call of this method takes so much longer. */
    public Faults delay(String method, Duration by) {
        plan.delay(method, by);
        return this;
    }

    /** The same for all methods that have no delay of their own. */
    public Faults delayAll(Duration by) {
        plan.delayAll(by);
        return this;
    }

    /** The next calls answer with this error and do nothing. */
    public Faults fail(String method, String error, int times) {
        plan.add(method, Fault.error(error), times);
        return this;
    }

    /** The next calls answer with all of this and `ok` false, such as which scope is needed, and do nothing. */
    public Faults refuse(String method, ObjectNode answer, int times) {
        plan.add(method, Fault.refusal(answer), times);
        return this;
    }

    /** The next calls answer 200 with HTML, as a proxy in between would, and do nothing. */
    public Faults html(String method, int times) {
        return status(method, 200, times);
    }

    /** The next calls answer with this HTTP status and HTML, and do nothing. */
    public Faults status(String method, int status, int times) {
        plan.add(method, Fault.status(status), times);
        return this;
    }

    /** The next calls are told to come back after so many seconds. */
    public Faults rateLimit(String method, int seconds, int times) {
        plan.add(method, Fault.rateLimit(seconds), times);
        return this;
    }

    /** The connection of the next calls is cut, and they do nothing. */
    public Faults dropBeforeActing(String method, int times) {
        plan.add(method, Fault.dropBeforeActing(), times);
        return this;
    }

    /** The next calls are done, but only half of the JSON that says so arrives. */
    public Faults cutShort(String method, int times) {
        plan.add(method, Fault.cutShort(), times);
        return this;
    }

    /** The next calls are done, but the connection is cut before the answer. */
    public Faults dropAfterActing(String method, int times) {
        plan.add(method, Fault.dropAfterActing(), times);
        return this;
    }

    /**
     * Until cleared, asked what shall go wrong with a call, given its method and arguments. It is asked by many threads at
     * once, and as long as it does not answer, neither does the workspace.
     */
    public Faults decide(BiFunction<String, JsonNode, Optional<Fault>> which) {
        plan.decide(which);
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

    /**
     * Until cleared, events for which this holds never arrive at the bot. It is given the inner event, must not change
     * it, and is asked from whichever thread causes the event.
     */
    public Faults loseEvents(Predicate<? super JsonNode> which) {
        events.lose(which);
        return this;
    }

    /** The next events arrive twice, with the same id. */
    public Faults repeatEvents(int times) {
        events.repeat(times);
        return this;
    }

    /**
     * Until cleared, a page of history or replies holds no more messages than these, whatever limit was asked for; 15 is
     * Slack's for apps that are sold outside its marketplace. The parent that begins each page of replies is not counted.
     */
    public Faults historyPage(int most) {
        plan.paging().most(most);
        return this;
    }

    /**
     * Until cleared, every n-th page of history or replies holds nothing (of replies, only the parent) and has a cursor
     * to what it left out, as Slack's documentation warns. At least 2, since otherwise nobody would get on.
     */
    public Faults emptyPages(int every) {
        if (every < 2) {
            throw new IllegalArgumentException("a page that is not empty must follow: " + every);
        }
        plan.paging().emptyEvery(every);
        return this;
    }

    /** Every cursor of history and replies handed out so far is refused as `invalid_cursor`; later ones are good. */
    public Faults expireCursors() {
        plan.paging().expireCursors();
        return this;
    }

    /**
     * Until cleared, the method may be called so often within any such stretch of the workspace's clock; whoever calls
     * it sooner gets 429 and in `Retry-After` the whole seconds until it may be called again. `*` is each method by
     * itself, except those with a pace of their own. Calls that were refused do not count.
     */
    public Faults pace(String method, int calls, Duration per) {
        plan.pacing().set(method, calls, per);
        return this;
    }

    /**
     * Until cleared, each method may be called as often as its tier in Slack's documentation says, by the workspace's
     * clock: 1, 20, 50 or 100 times a minute, some a few hundred times, and chat.postMessage once a second in each channel.
     * Slack lets short bursts pass; this does not. A pace set by {@link #pace} goes before the tier.
     */
    public Faults tiers() {
        plan.pacing().tiers();
        return this;
    }

    /** Everything goes well again; cursors that were expired stay so. */
    public Faults clear() {
        plan.clear();
        events.lose(0);
        events.lose(event -> false);
        events.repeat(0);
        return this;
    }
}
