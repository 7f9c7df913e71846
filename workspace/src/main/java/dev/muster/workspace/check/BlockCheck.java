package dev.muster.workspace.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Finds what is wrong with the blocks of a message or with a view; each finding names the place as a JSON pointer. */
public final class BlockCheck {
    private static final int MESSAGE_BLOCKS = 50;
    private static final int VIEW_BLOCKS = 100;

    private BlockCheck() {}

    public static List<String> message(JsonNode blocks) {
        Report report = new Report();
        Part part = new Part(blocks, "/blocks", report);
        BlockRules.check(part, MESSAGE_BLOCKS, Surface.MESSAGE);
        return report.problems();
    }

    public static List<String> view(JsonNode view, String type) {
        Report report = new Report();
        Part part = new Part(view, "/view", report);
        if (!part.is("type", type)) {
            part.problem("type", "must be " + type);
            return report.problems();
        }
        common(part);
        Surface surface = type.equals("modal") ? Surface.MODAL : Surface.HOME;
        part.required("blocks").ifPresent(blocks -> BlockRules.check(blocks, VIEW_BLOCKS, surface));
        if (surface == Surface.MODAL) {
            modal(part);
        }
        return report.problems();
    }

    private static void common(Part view) {
        view.may(
                "title",
                "blocks",
                "private_metadata",
                "callback_id",
                "external_id",
                "submit",
                "close",
                "clear_on_close");
        view.mayOnly("notify_on_close", "submit_disabled");
        view.string("private_metadata", 0, 3000);
        view.string("callback_id", 0, 255);
        view.string("external_id", 0, 255);
    }

    private static void modal(Part view) {
        view.required("title");
        for (String words : List.of("title", "submit", "close")) {
            view.plain(words, 24);
        }
        if (view.json().path("submit").isMissingNode() && hasInput(view.json())) {
            view.problem("", "missing required field: submit");
        }
    }

    private static boolean hasInput(JsonNode view) {
        for (JsonNode block : view.path("blocks")) {
            if (block.path("type").asText().equals("input")) {
                return true;
            }
        }
        return false;
    }
}
