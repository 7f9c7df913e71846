package dev.muster.workspace.ui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.json.Json;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One open page, and what it has yet to be told. */
final class Listener {
    private static final int MOST_WAITING = 10_000;
    private static final String END = "";
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final String reader;
    private volatile boolean ended;

    Listener(String reader) {
        this.reader = reader;
    }

    String reader() {
        return reader;
    }

    /** A page that does not read is let go rather than waited for. */
    void add(JsonNode said) {
        if (!waiting.offer(Json.write(said))) {
            end();
        }
    }

    void end() {
        ended = true;
        waiting.offer(END);
    }

    boolean hasEnded() {
        return ended;
    }

    Optional<String> next(long seconds) throws InterruptedException {
        return Optional.ofNullable(waiting.poll(seconds, TimeUnit.SECONDS)).filter(said -> !said.equals(END));
    }
}
