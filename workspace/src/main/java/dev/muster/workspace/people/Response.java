package dev.muster.workspace.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.push.Outcome;
import java.util.Optional;

/** What came of something a person did with the bot; the error is empty when it went well. */
public record Response(int status, Optional<JsonNode> body, long millis, String error) {
    static Response of(Outcome outcome) {
        return new Response(outcome.status(), Json.read(outcome.body()), outcome.millis(), outcome.shownError());
    }

    static Response local(String error) {
        return new Response(0, Optional.empty(), 0, error);
    }

    /** Refused before it was sent, because of these fields. */
    static Response incomplete(ObjectNode errors) {
        ObjectNode body = Json.object().put("response_action", "errors");
        body.set("errors", errors);
        return new Response(0, Optional.of(body), 0, "invalid_input");
    }

    Response failing(String why) {
        return new Response(status, body, millis, why);
    }

    public boolean ok() {
        return error.isEmpty();
    }
}
