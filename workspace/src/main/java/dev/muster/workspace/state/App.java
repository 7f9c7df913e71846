package dev.muster.workspace.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.muster.workspace.json.Json;
import java.util.Optional;

/** The one app installed here: its name, its commands and its shortcuts. */
public record App(String name, ArrayNode commands, ArrayNode shortcuts) {
    public static final String TEAM = "T0LOCAL";
    public static final String DOMAIN = "local";
    public static final String BOT_USER = "UBOT0MUSTER";
    public static final String BOT_ID = "B0MUSTER";
    public static final String APP_ID = "A0MUSTER";

    public boolean hasCommand(String command) {
        return Json.items(commands).stream()
                .anyMatch(known -> known.path("command").asText().equals(command));
    }

    public Optional<JsonNode> shortcut(String callbackId) {
        return Json.items(shortcuts).stream()
                .filter(known -> known.path("callback_id").asText().equals(callbackId))
                .findFirst();
    }

    public Robot robot() {
        return new Robot(BOT_ID, APP_ID, BOT_USER, name);
    }
}
