package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Ids;
import java.util.ArrayList;
import java.util.List;

/** The rich_text block that goes with a plain text: paragraphs, quotes and preformatted parts. */
final class RichText {
    private static final String FENCE = "```";
    private final ArrayNode sections = Json.array();
    private final List<String> lines = new ArrayList<>();
    private boolean quoting;

    private RichText() {}

    static ArrayNode of(String text) {
        RichText rich = new RichText();
        String[] parts = text.split(FENCE, -1);
        for (int i = 0; i < parts.length; i++) {
            rich.part(parts[i], i % 2 == 1 && i < parts.length - 1);
        }
        rich.flush();
        return Json.array().add(rich.block());
    }

    private ObjectNode block() {
        ObjectNode block = Json.object().put("type", "rich_text").put("block_id", Ids.shortId());
        block.set("elements", sections);
        return block;
    }

    private void part(String text, boolean preformatted) {
        if (preformatted) {
            flush();
            add("rich_text_preformatted", Json.array().add(RichTextInline.text(text.strip())));
            return;
        }
        text.lines().forEach(this::line);
    }

    private void line(String line) {
        boolean quote = line.startsWith("&gt;");
        if (quote != quoting) {
            flush();
            quoting = quote;
        }
        lines.add(quote ? line.substring("&gt;".length()).stripLeading() : line);
    }

    private void flush() {
        String text = String.join("\n", lines);
        lines.clear();
        if (!text.isEmpty()) {
            add(quoting ? "rich_text_quote" : "rich_text_section", RichTextInline.of(text));
        }
    }

    private void add(String type, ArrayNode elements) {
        ObjectNode section = Json.object().put("type", type);
        section.set("elements", elements);
        sections.add(section);
    }
}
