package dev.muster.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an app's manifest, written in JSON, says that people see of it: its name, its commands, its shortcuts. */
record Manifest(String name, List<Command> commands, List<Shortcut> shortcuts) {
    private static final String WHAT_TO_DO =
            "; nothing was started. Give a manifest in JSON, as the platform exports it.";

    static Manifest read(Path file) {
        JsonNode json;
        try {
            json = Json.readObject(Files.readString(file))
                    .orElseThrow(() -> new IllegalArgumentException(file + " is not a JSON object" + WHAT_TO_DO));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": " + e.getMessage() + WHAT_TO_DO, e);
        }
        JsonNode features = json.path("features");
        String name = json.path("display_information").path("name").asText("App");
        return new Manifest(name, commands(features.path("slash_commands")), shortcuts(features.path("shortcuts")));
    }

    private static List<Command> commands(JsonNode given) {
        List<Command> commands = new ArrayList<>();
        given.forEach(command -> commands.add(new Command(
                command.path("command").asText(),
                command.path("description").asText(""),
                command.path("usage_hint").asText(""))));
        return commands;
    }

    private static List<Shortcut> shortcuts(JsonNode given) {
        List<Shortcut> shortcuts = new ArrayList<>();
        given.forEach(shortcut -> shortcuts.add(new Shortcut(
                shortcut.path("name").asText(),
                shortcut.path("type").asText(),
                shortcut.path("callback_id").asText())));
        return shortcuts;
    }
}
