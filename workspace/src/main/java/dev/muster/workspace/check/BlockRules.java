package dev.muster.workspace.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What each kind of block must and may hold, and on which surfaces it may stand. */
final class BlockRules {
    private static final Map<String, Consumer<Part>> RULES = Map.ofEntries(
            Map.entry("section", BlockRules::section),
            Map.entry("divider", block -> block.mayOnly("block_id")),
            Map.entry("header", BlockRules::header),
            Map.entry("context", BlockRules::context),
            Map.entry("actions", BlockRules::actions),
            Map.entry("input", BlockRules::input),
            Map.entry("image", BlockRules::image),
            Map.entry("markdown", block -> block.requiredString("text", 12_000)),
            Map.entry("rich_text", RichTextRules::check),
            Map.entry("video", BlockRules::video),
            Map.entry("file", block -> block.requiredString("external_id", 255)),
            Map.entry("context_actions", block -> block.items("elements", 1, 5)),
            Map.entry("table", BlockRules::table));
    private static final Set<String> MESSAGE_ONLY = Set.of("markdown", "file", "table", "context_actions");

    private BlockRules() {}

    static void check(Part blocks, int most, Surface surface) {
        Set<String> ids = new HashSet<>();
        for (Part block : blocks.items("", 0, most)) {
            check(block, surface);
            String id = block.json().path("block_id").asText("");
            if (!id.isEmpty() && !ids.add(id)) {
                block.problem("block_id", "block_id " + id + " already exists");
            }
        }
    }

    private static void check(Part block, Surface surface) {
        Consumer<Part> rule = RULES.get(block.type());
        if (rule == null || surface != Surface.MESSAGE && MESSAGE_ONLY.contains(block.type())) {
            block.problem("type", "unsupported type: " + block.type());
            return;
        }
        block.string("block_id", 1, 255);
        rule.accept(block);
        uniqueActions(block);
        if (surface != Surface.MODAL && block.at("element").is("type", "file_input")) {
            block.at("element").problem("type", "unsupported type: file_input");
        }
    }

    private static void uniqueActions(Part block) {
        Set<String> ids = new HashSet<>();
        block.json().path("elements").forEach(element -> {
            String id = element.path("action_id").asText("");
            if (!id.isEmpty() && !ids.add(id)) {
                block.problem("elements", "action_id " + id + " already exists");
            }
        });
    }

    private static void section(Part block) {
        block.mayOnly("block_id", "text", "fields", "accessory", "expand");
        if (!block.has("text") && !block.has("fields")) {
            block.problem("", "missing required field: text");
        }
        block.text("text", 3000);
        if (block.has("fields")) {
            block.items("fields", 1, 10).forEach(field -> field.text(2000, true));
        }
        block.find("accessory").ifPresent(accessory -> ElementRules.check(accessory, ElementRules.Spot.ACCESSORY));
    }

    private static void header(Part block) {
        block.mayOnly("block_id", "text", "level");
        block.required("text").ifPresent(text -> text.text(150, false));
    }

    private static void context(Part block) {
        block.mayOnly("block_id", "elements");
        for (Part element : block.items("elements", 1, 10)) {
            if (element.is("type", "image")) {
                ElementRules.image(element);
            } else {
                element.text(3000, true);
            }
        }
    }

    private static void actions(Part block) {
        block.mayOnly("block_id", "elements");
        block.items("elements", 1, 25).forEach(element -> ElementRules.check(element, ElementRules.Spot.ACTIONS));
    }

    private static void input(Part block) {
        block.mayOnly("block_id", "label", "element", "hint", "optional", "dispatch_action");
        block.required("label").ifPresent(label -> label.text(2000, false));
        block.required("element").ifPresent(element -> ElementRules.check(element, ElementRules.Spot.INPUT));
        block.plain("hint", 2000);
        block.bool("optional");
        block.bool("dispatch_action");
    }

    private static void image(Part block) {
        block.mayOnly(
                "block_id",
                "image_url",
                "slack_file",
                "alt_text",
                "title",
                "image_width",
                "image_height",
                "image_bytes",
                "fallback");
        ElementRules.imageSource(block);
        block.plain("title", 2000);
    }

    private static void video(Part block) {
        for (String url : List.of("video_url", "thumbnail_url")) {
            block.requiredString(url, 3000);
        }
        block.requiredString("alt_text", 2000);
        block.required("title").ifPresent(title -> title.text(199, false));
        block.string("author_name", 1, 49);
    }

    private static void table(Part block) {
        for (Part row : block.items("rows", 1, 100)) {
            row.items("", 1, 20);
        }
    }
}
