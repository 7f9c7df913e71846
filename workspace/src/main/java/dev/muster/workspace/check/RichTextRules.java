package dev.muster.workspace.check;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a rich_text block may hold. */
final class RichTextRules {
    private static final Set<String> SECTIONS =
            Set.of("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote");
    private static final Map<String, List<String>> FIELDS = Map.of(
            "text", List.of("text"),
            "link", List.of("url", "text", "unsafe"),
            "user", List.of("user_id"),
            "usergroup", List.of("usergroup_id"),
            "channel", List.of("channel_id"),
            "team", List.of("team_id"),
            "emoji", List.of("name", "unicode", "url", "display_team_id", "skin_tone"),
            "broadcast", List.of("range"),
            "date", List.of("timestamp", "format", "url", "fallback"),
            "color", List.of("value"));

    private RichTextRules() {}

    static void check(Part block) {
        block.mayOnly("block_id", "elements");
        block.items("elements", 0, 1000).forEach(RichTextRules::section);
    }

    private static void section(Part section) {
        if (!SECTIONS.contains(section.type())) {
            TextRules.unsupported(section);
            return;
        }
        if (section.is("type", "rich_text_list")) {
            list(section);
            return;
        }
        section.mayOnly("elements", "border", "language");
        section.items("elements", 0, 5000).forEach(RichTextRules::element);
    }

    private static void list(Part list) {
        list.mayOnly("elements", "style", "indent", "offset", "border");
        list.required("style");
        list.oneOf("style", Set.of("bullet", "ordered"));
        list.number("indent", 0, 8);
        for (Part item : list.items("elements", 1, 5000)) {
            if (item.is("type", "rich_text_section")) {
                section(item);
            } else {
                TextRules.unsupported(item);
            }
        }
    }

    private static void element(Part element) {
        List<String> fields = FIELDS.get(element.type());
        if (fields == null) {
            TextRules.unsupported(element);
            return;
        }
        element.may("style");
        element.mayOnly(fields.toArray(String[]::new));
        element.required(fields.get(0));
        element.find("style").ifPresent(RichTextRules::style);
        if (element.is("type", "text")) {
            element.string("text", 1, 40_000);
        }
    }

    private static void style(Part style) {
        style.mayOnly("bold", "italic", "strike", "code", "highlight", "client_highlight", "unlink", "underline");
        style.json().fieldNames().forEachRemaining(style::bool);
    }
}
