package dev.muster.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;

/** A slash command of the app, with its slash. */
public record Command(String command, String description, String usageHint) {
    ObjectNode json() {
        return Json.object()
                .put("command", command)
                .put("description", description)
                .put("usage_hint", usageHint);
    }
}
