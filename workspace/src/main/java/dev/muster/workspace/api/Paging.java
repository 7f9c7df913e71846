package dev.muster.workspace.api;

import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.state.Stamps;
import java.util.concurrent.atomic.AtomicInteger;

/** How the pages of history and replies come: how long at most, which of them are empty, which cursors still hold. */
public final class Paging {
    private static final String PREFIX = "next_ts:";
    private static final int MOST = 999;
    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger generation = new AtomicInteger();
    private volatile int most = MOST;
    private volatile int emptyEvery;

    /** Whatever is asked for, and for whoever does not ask. */
    public void most(int messages) {
        most = messages;
    }

    /** 0 is never. */
    public void emptyEvery(int nth) {
        emptyEvery = nth;
        pages.set(0);
    }

    public void expireCursors() {
        generation.incrementAndGet();
    }

    void clear() {
        most(MOST);
        emptyEvery(0);
    }

    int size(int asked) {
        if (asked < 1) {
            throw new Refusal("invalid_limit");
        }
        return Math.min(asked, most);
    }

    /** Whether the page about to be given shall be an empty one. */
    boolean nextIsEmpty() {
        int every = emptyEvery;
        return every > 0 && pages.incrementAndGet() % every == 0;
    }

    String cursor(String ts) {
        return Page.cursor(PREFIX + ts + "/" + generation.get());
    }

    /** Where the page begins that the cursor stands for. */
    String place(String cursor) {
        String plain = Page.plain(cursor);
        String end = "/" + generation.get();
        if (!plain.startsWith(PREFIX) || !plain.endsWith(end)) {
            throw new Refusal("invalid_cursor");
        }
        String ts = plain.substring(PREFIX.length(), plain.length() - end.length());
        if (!Stamps.isStamp(ts)) {
            throw new Refusal("invalid_cursor");
        }
        return ts;
    }
}
