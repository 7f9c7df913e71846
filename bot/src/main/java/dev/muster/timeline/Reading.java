package dev.muster.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a channel's history has been read: from its newest message back to its first, page by page, and each thread on
 * the way. Whoever is cut off goes on from here. A value; it knows what to ask next, and what an answer means.
 *
 * @param until the moment that it was begun at, as Slack's timestamps are written; what is newer arrives by itself
 * @param before everything from here to {@code until} has been read
 * @param cursor Slack's own place behind that; empty to go by {@code before}
 * @param threads the parents whose replies are still to be read, the next one first
 * @param replyAfter the last reply of that thread which has been read; empty at its beginning
 * @param replyCursor Slack's own place in that thread; empty to go by {@code replyAfter}
 * @param done whether the first message of the channel has been reached
 */
public record Reading(
        String until,
        String before,
        String cursor,
        List<String> threads,
        String replyAfter,
        String replyCursor,
        boolean done) {

    /** Older than every message. */
    private static final String START = "0";

    public Reading {
        threads = List.copyOf(threads);
    }

    public static Reading from(String until) {
        return new Reading(until, until, "", List.of(), "", "", false);
    }

    /** The thread to read next; empty if it is the channel itself. */
    public Optional<String> thread() {
        return threads.stream().findFirst();
    }

    /** The newest message that the next page of the channel may hold, itself not included. */
    public String latest() {
        return cursor.isEmpty() ? before : until;
    }

    public boolean isFinished() {
        return done && threads.isEmpty();
    }

    /**
     * What an answer covers: every message of its place from {@code first} to {@code last} that is not in it is gone.
     *
     * @param first included
     * @param last included
     */
    public record Window(String first, String last) {

        public boolean contains(String ts) {
            return ts.compareTo(first) >= 0 && ts.compareTo(last) <= 0;
        }
    }

    /** What the page that was asked for next covers. */
    public Window window(Page page) {
        return thread().isPresent() ? replies(page) : messages(page);
    }

    private Window messages(Page page) {
        String first =
                page.next().isEmpty() && !page.limited() ? START : page.oldest().orElse(before);
        return new Window(first, Times.before(before));
    }

    private Window replies(Page page) {
        String behind = replyAfter.isEmpty() ? thread().orElseThrow() : replyAfter;
        String last =
                page.next().isEmpty() ? Times.before(until) : page.newest().orElse(behind);
        return new Window(Times.after(behind), last);
    }

    /** Once the page has been worked in. */
    public Reading after(Page page) {
        return thread().isPresent() ? afterReplies(page) : afterMessages(page);
    }

    private Reading afterMessages(Page page) {
        List<String> more = new ArrayList<>(threads);
        more.addAll(page.threads());
        return new Reading(
                until,
                page.oldest().orElse(before),
                page.next(),
                more,
                "",
                "",
                page.next().isEmpty());
    }

    private Reading afterReplies(Page page) {
        return page.next().isEmpty()
                ? withoutThread()
                : new Reading(until, before, cursor, threads, page.newest().orElse(replyAfter), page.next(), done);
    }

    /** Goes on behind a thread that cannot be read. */
    public Reading withoutThread() {
        return new Reading(until, before, cursor, threads.subList(1, threads.size()), "", "", done);
    }

    /** Slack does not know its own place any more. */
    public Reading withoutCursor() {
        return new Reading(until, before, "", threads, replyAfter, "", done);
    }

    /**
     * An answer of Slack's.
     *
     * @param next the place behind it; empty if there is nothing more
     * @param limited whether the plan hides what is older
     */
    public record Page(List<Fields> messages, String next, boolean limited) {

        Optional<String> oldest() {
            return messages.stream()
                    .map(message -> message.plain("ts"))
                    .filter(Times::isTs)
                    .min(String::compareTo);
        }

        Optional<String> newest() {
            return messages.stream()
                    .map(message -> message.plain("ts"))
                    .filter(Times::isTs)
                    .max(String::compareTo);
        }

        /** The messages whose replies are to be read, too. */
        public List<String> threads() {
            return messages.stream()
                    .filter(Page::hasReplies)
                    .map(message -> message.plain("ts"))
                    .toList();
        }

        private static boolean hasReplies(Fields message) {
            return message.number("reply_count").map(Number::intValue).orElse(0) > 0
                    && message.text("thread_ts")
                            .filter(message.plain("ts")::equals)
                            .isPresent();
        }
    }
}
