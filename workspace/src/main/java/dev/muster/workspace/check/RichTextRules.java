package dev.muster.workspace.check;

import java.util.Set;

/** What a rich_text block may hold. */
final class RichTextRules {
    private static final Set<String> SECTIONS =
            Set.of("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote");
    private static final Set<String> ELEMENTS =
            Set.of("text", "link", "user", "usergroup", "channel", "emoji", "broadcast", "date", "color", "team");

    private RichTextRules() {}

    static void check(Part block) {
        block.mayOnly("block_id", "elements");
        for (Part section : block.items("elements", 0, 1000)) {
            section.oneOf("type", SECTIONS);
            boolean list = section.is("type", "rich_text_list");
            section.items("elements", 0, 5000).forEach(element -> element(element, list));
        }
    }

    private static void element(Part element, boolean inList) {
        if (inList) {
            element.oneOf("type", Set.of("rich_text_section"));
            return;
        }
        element.oneOf("type", ELEMENTS);
        if (element.is("type", "text")) {
            element.requiredString("text", 40_000);
        }
    }
}
