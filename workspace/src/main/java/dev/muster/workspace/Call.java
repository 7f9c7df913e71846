package dev.muster.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.state.Row;
import java.time.Instant;

/** One call of the Web API (or one use of a response URL) by the bot; the token is left out. */
public record Call(Instant at, String method, JsonNode arguments, JsonNode answer, int status, long millis) {
    static Call of(Row row) {
        Row.Exchange exchange = row.exchange();
        return new Call(
                row.at(), row.name(), exchange.request(), exchange.answer(), exchange.status(), exchange.millis());
    }

    public boolean ok() {
        return answer.path("ok").asBoolean();
    }

    public String error() {
        return answer.path("error").asText("");
    }

    /** An argument as text; empty when it was not given. */
    public String argument(String name) {
        return arguments.path(name).asText("");
    }
}
