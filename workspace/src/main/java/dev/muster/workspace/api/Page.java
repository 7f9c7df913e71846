package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** One page of a long list, and the cursor to the next. */
record Page<T>(List<T> items, String nextCursor) {
    private static final String PREFIX = "next:";

    static <T> Page<T> of(List<T> all, Args args, int usual, int most) {
        int limit = args.number("limit", usual);
        if (limit < 1) {
            throw new Refusal("invalid_limit");
        }
        int from = args.find("cursor").map(Page::start).orElse(0);
        if (from > all.size()) {
            throw new Refusal("invalid_cursor");
        }
        int to = Math.min(all.size(), from + Math.min(limit, most));
        return new Page<>(all.subList(from, to), to < all.size() ? cursor(PREFIX + to) : "");
    }

    private static int start(String cursor) {
        try {
            return Integer.parseInt(plain(cursor).substring(PREFIX.length()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Refusal("invalid_cursor");
        }
    }

    static String cursor(String plain) {
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static String plain(String cursor) {
        try {
            return new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal("invalid_cursor");
        }
    }

    void writeCursor(ObjectNode answer) {
        answer.withObject("/response_metadata").put("next_cursor", nextCursor);
    }
}
