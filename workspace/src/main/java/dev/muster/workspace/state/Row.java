package dev.muster.workspace.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.time.Instant;
import java.util.Locale;

/** One exchange between the bot and the workspace. */
public record Row(long id, Instant at, Kind kind, String name, Exchange exchange) {
    /** What was exchanged: `API` came from the bot, everything else went to it. */
    public enum Kind {
        API,
        RESPONSE_URL,
        EVENT,
        COMMAND,
        BLOCK_ACTIONS,
        VIEW_SUBMISSION,
        VIEW_CLOSED,
        SHORTCUT,
        MESSAGE_ACTION,
        BLOCK_SUGGESTION;

        public String lower() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean fromBot() {
            return this == API || this == RESPONSE_URL;
        }
    }

    /** What was asked, what was answered, and how it went; the error is empty when it went well. */
    public record Exchange(JsonNode request, JsonNode answer, int status, long millis, int retry, String error) {}

    public static Row of(Instant at, Kind kind, String name, Exchange exchange) {
        return new Row(0, at, kind, name, exchange);
    }

    Row numbered(long number) {
        return new Row(number, at, kind, name, exchange);
    }

    /** For the page's list of traffic. */
    public ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("at", at.toEpochMilli());
        json.put("direction", kind.fromBot() ? "in" : "out")
                .put("kind", kind.lower())
                .put("name", name);
        json.put("status", exchange.status()).put("millis", exchange.millis());
        json.put("ok", exchange.error().isEmpty());
        if (exchange.retry() > 0) {
            json.put("retry", exchange.retry());
        }
        if (!exchange.error().isEmpty()) {
            json.put("error", exchange.error());
        }
        json.set("request", exchange.request());
        json.set("answer", exchange.answer());
        return json;
    }
}
