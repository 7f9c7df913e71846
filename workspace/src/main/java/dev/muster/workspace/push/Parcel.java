package dev.muster.workspace.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Row;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** One thing to bring to the bot; the reason says why an earlier attempt failed. */
public record Parcel(Row.Kind kind, String name, ObjectNode payload, int retry, String reason) {
    public static Parcel of(Row.Kind kind, String name, ObjectNode payload) {
        return new Parcel(kind, name, payload, 0, "");
    }

    Parcel again(String why) {
        return new Parcel(kind, name, payload, retry + 1, why);
    }

    /** As the attempt after so many in which the bot took too long; 0 is the first. */
    Parcel retried(int times) {
        return times == 0 ? this : new Parcel(kind, name, payload, times, Outcome.TIMEOUT);
    }

    boolean isEvent() {
        return kind == Row.Kind.EVENT;
    }

    String contentType() {
        return isEvent() ? "application/json" : "application/x-www-form-urlencoded";
    }

    String body() {
        if (isEvent()) {
            return Json.write(payload);
        }
        return kind == Row.Kind.COMMAND ? fields(payload) : "payload=" + encoded(Json.write(payload));
    }

    private static String fields(JsonNode payload) {
        return payload.properties().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue().asText()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
