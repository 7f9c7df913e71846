package dev.muster.slack;

import dev.muster.timeline.Fields;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A form as browsers send it; one that cannot be decoded has no fields, and a field with a bare = in its value is empty. */
record FormBody(Map<String, List<String>> fields) {

    static FormBody parse(String text) {
        Map<String, List<String>> fields = new HashMap<>();
        try {
            for (String pair : text.split("&")) {
                String[] parts = pair.split("=", -1);
                String value = parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
                fields.computeIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), name -> new ArrayList<>())
                        .add(value);
            }
            return new FormBody(fields);
        } catch (IllegalArgumentException e) {
            return new FormBody(Map.of());
        }
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    boolean isSslCheck() {
        return fields.getOrDefault("ssl_check", List.of()).contains("1") && !has("payload") && !has("command");
    }

    /** Whether it is a command or an interaction that has what every one of its kind has; Bolt trips over others. */
    boolean isForBolt() {
        return has("payload") ? isInteraction() : isCommand();
    }

    private boolean isCommand() {
        return fields.getOrDefault("command", List.of()).size() == 1 && says("user_id") && says("channel_id");
    }

    private boolean says(String name) {
        return fields.getOrDefault(name, List.of()).stream().anyMatch(value -> !value.isBlank());
    }

    private boolean isInteraction() {
        List<String> payloads = fields.getOrDefault("payload", List.of());
        return payloads.size() == 1
                && JsonBody.parse(payloads.get(0)).filter(FormBody::isWhole).isPresent();
    }

    private static boolean isWhole(Fields payload) {
        return says(payload, "type")
                && says(payload.object("user"), "id")
                && (!payload.has("channel") || says(payload.object("channel"), "id"))
                && switch (payload.plain("type")) {
                    case "block_actions" -> !payload.list("actions").isEmpty();
                    case "view_submission", "view_closed" -> says(payload.object("view"), "id");
                    case "message_action" ->
                        says(payload, "callback_id")
                                && says(payload, "message_ts")
                                && payload.has("message")
                                && payload.has("channel");
                    case "shortcut" -> says(payload, "callback_id");
                    default -> true;
                };
    }

    private static boolean says(Fields object, String name) {
        return !object.plain(name).isBlank();
    }
}
