package dev.muster.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;

/** A shortcut of the app; the type is `global` or `message`. */
public record Shortcut(String name, String type, String callbackId) {
    public static Shortcut global(String name, String callbackId) {
        return new Shortcut(name, "global", callbackId);
    }

    public static Shortcut onMessage(String name, String callbackId) {
        return new Shortcut(name, "message", callbackId);
    }

    ObjectNode json() {
        return Json.object().put("name", name).put("type", type).put("callback_id", callbackId);
    }
}
