package dev.muster.runbook.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.config.Mistake;
import dev.muster.config.Place;
import dev.muster.runbook.file.Imports.Checklist;
import dev.muster.runbook.file.Imports.Item;
import java.util.ArrayList;
import java.util.List;

/** A playbook as Mattermost exports it: the items of all its checklists, one after another. */
final class MattermostPlaybook {

    private static final ObjectMapper json = new ObjectMapper();

    private MattermostPlaybook() {}

    static Checklist read(String name, String text) {
        JsonNode root = tree(name, text);
        List<Item> items = new ArrayList<>();
        for (JsonNode list : root.path("checklists")) {
            for (JsonNode item : list.path("items")) {
                items.add(new Item(title(item), text(list, item)));
            }
        }
        return new Checklist(root.path("title").asText(), items);
    }

    private static JsonNode tree(String name, String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            Place place =
                    new Place(name, e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            throw new Mistake(place, "this is not valid JSON.");
        }
    }

    private static String title(JsonNode item) {
        String title = item.path("title").asText().strip();
        return title.isEmpty() ? "Step" : title;
    }

    /** A slash command is told, for a person to judge; it would mean something else here. */
    private static String text(JsonNode list, JsonNode item) {
        String command = item.path("command").asText().strip();
        List<String> parts = new ArrayList<>();
        if (!list.path("title").asText().isBlank()) {
            parts.add("*" + list.path("title").asText().strip() + "*");
        }
        parts.add(item.path("description").asText().strip());
        if (!command.isEmpty()) {
            parts.add("In Mattermost: `" + command + "`");
        }
        parts.removeIf(String::isBlank);
        return String.join("\n", parts);
    }
}
