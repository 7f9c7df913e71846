package dev.muster.workspace.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What each kind of block must and may hold, and on which surfaces it may stand. */
final class BlockRules {
    private static final int LONGEST_MARKDOWN = 12_000;
    private static final Map<String, BiConsumer<Part, Surface>> RULES = Map.ofEntries(
            Map.entry("section", BlockRules::section),
            Map.entry("divider", (block, surface) -> block.mayOnly("block_id")),
            Map.entry("header", (block, surface) -> header(block)),
            Map.entry("context", (block, surface) -> context(block)),
            Map.entry("actions", BlockRules::actions),
            Map.entry("input", BlockRules::input),
            Map.entry("image", (block, surface) -> image(block)),
            Map.entry("markdown", (block, surface) -> markdown(block)),
            Map.entry("rich_text", (block, surface) -> RichTextRules.check(block)),
            Map.entry("video", (block, surface) -> MediaRules.video(block)),
            Map.entry("file", (block, surface) -> MediaRules.file(block)),
            Map.entry("context_actions", (block, surface) -> contextActions(block)),
            Map.entry("table", (block, surface) -> TableRules.check(block)));
    private static final Set<String> MESSAGE_ONLY = Set.of("markdown", "file", "table", "context_actions");

    private BlockRules() {}

    static void check(Part blocks, int most, Surface surface) {
        Set<String> ids = new HashSet<>();
        List<Part> all = blocks.items("", 0, most);
        for (Part block : all) {
            check(block, surface);
            String id = block.json().path("block_id").asText("");
            if (!id.isEmpty() && !ids.add(id)) {
                block.problem("block_id", "`block_id` \"" + id + "\" already exists");
            }
        }
        together(all);
    }

    private static void check(Part block, Surface surface) {
        if (!block.requireObject()) {
            return;
        }
        BiConsumer<Part, Surface> rule = RULES.get(block.type());
        if (rule == null || surface != Surface.MESSAGE && MESSAGE_ONLY.contains(block.type())) {
            TextRules.unsupported(block);
            return;
        }
        block.string("block_id", 1, 255);
        rule.accept(block, surface);
    }

    /** What holds for all blocks of one message or view taken together. */
    private static void together(List<Part> blocks) {
        int markdown = 0;
        int tables = 0;
        int focused = 0;
        for (Part block : blocks) {
            if (block.is("type", "markdown")) {
                markdown += block.json().path("text").asText("").length();
            }
            if (block.is("type", "table") && ++tables > 1) {
                block.problem("type", "only one table is allowed");
            }
            if (block.json().path("element").path("focus_on_load").asBoolean() && ++focused > 1) {
                block.at("element").problem("focus_on_load", "only one element can have focus_on_load");
            }
        }
        if (markdown > LONGEST_MARKDOWN && blocks.size() > 1) {
            blocks.get(0).problem("text", "cumulative length of markdown must be less than 12001 characters");
        }
    }

    private static void section(Part block, Surface surface) {
        block.mayOnly("block_id", "text", "fields", "accessory", "expand");
        if (!block.has("text") && !block.has("fields")) {
            block.problem("type", "must define either `text` or `fields`");
        }
        block.text("text", 3000);
        block.bool("expand");
        if (block.has("fields")) {
            block.items("fields", 1, 10).forEach(field -> TextRules.any(field, 2000));
        }
        block.find("accessory")
                .ifPresent(accessory -> ElementRules.check(accessory, ElementRules.Spot.ACCESSORY, surface));
    }

    private static void header(Part block) {
        block.mayOnly("block_id", "text", "level");
        block.required("text").ifPresent(text -> TextRules.plain(text, 150));
        block.number("level", 1, 4);
    }

    private static void context(Part block) {
        block.mayOnly("block_id", "elements");
        for (Part element : block.items("elements", 1, 10)) {
            if (element.is("type", "image")) {
                ElementRules.image(element);
            } else {
                TextRules.any(element, 3000);
            }
        }
    }

    private static void contextActions(Part block) {
        block.mayOnly("block_id", "elements");
        for (Part element : block.items("elements", 1, 5)) {
            if (!Set.of("feedback_buttons", "icon_button").contains(element.type())) {
                TextRules.unsupported(element);
            }
        }
    }

    private static void actions(Part block, Surface surface) {
        block.mayOnly("block_id", "elements");
        Set<String> ids = new HashSet<>();
        for (Part element : block.items("elements", 1, 25)) {
            ElementRules.check(element, ElementRules.Spot.ACTIONS, surface);
            String id = element.json().path("action_id").asText("");
            if (!id.isEmpty() && !ids.add(id)) {
                element.problem("action_id", "`action_id` \"" + id + "\" already exists");
            }
        }
    }

    private static void input(Part block, Surface surface) {
        block.mayOnly("block_id", "label", "element", "hint", "optional", "dispatch_action");
        block.required("label").ifPresent(label -> TextRules.plain(label, 2000));
        block.required("element").ifPresent(element -> ElementRules.check(element, ElementRules.Spot.INPUT, surface));
        block.plain("hint", 2000);
        block.bool("optional");
        block.bool("dispatch_action");
    }

    private static void image(Part block) {
        block.may("block_id", "image_url", "slack_file", "alt_text", "title");
        block.mayOnly("image_width", "image_height", "image_bytes", "fallback");
        ElementRules.imageSource(block);
        block.plain("title", 2000);
    }

    private static void markdown(Part block) {
        block.mayOnly("block_id", "text");
        block.requiredString("text", LONGEST_MARKDOWN);
    }
}
