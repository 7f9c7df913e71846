package dev.muster.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.state.Row;
import java.time.Instant;

/** One delivery to the bot: `kind` is event, command, block_actions, view_submission and so on. */
public record Push(
        Instant at,
        String kind,
        String name,
        JsonNode body,
        JsonNode answer,
        int status,
        long millis,
        int retry,
        String error) {
    static Push of(Row row) {
        Row.Exchange exchange = row.exchange();
        return new Push(
                row.at(),
                row.kind().lower(),
                row.name(),
                exchange.request(),
                exchange.answer(),
                exchange.status(),
                exchange.millis(),
                exchange.retry(),
                exchange.error());
    }

    public boolean ok() {
        return error.isEmpty();
    }

    /** Of an event, what happened, without its envelope. */
    public JsonNode event() {
        return body.path("event");
    }
}
