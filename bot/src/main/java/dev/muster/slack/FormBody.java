package dev.muster.slack;

import dev.muster.timeline.Fields;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form as browsers send it; one that cannot be decoded has no fields. */
record FormBody(Map<String, List<String>> fields) {

    static FormBody parse(String text) {
        Map<String, List<String>> fields = new HashMap<>();
        try {
            for (String pair : text.split("&")) {
                String[] parts = pair.split("=", 2);
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

    /** Whether it is a command or an interaction whose shape Bolt can read without tripping. */
    boolean isForBolt() {
        return has("payload")
                ? isInteraction()
                : fields.getOrDefault("command", List.of()).size() == 1;
    }

    private boolean isInteraction() {
        List<String> payloads = fields.getOrDefault("payload", List.of());
        Optional<Fields> payload = payloads.size() == 1 ? JsonBody.parse(payloads.get(0)) : Optional.empty();
        return payload.flatMap(json -> json.text("type")).isPresent();
    }
}
