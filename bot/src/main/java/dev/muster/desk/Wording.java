package dev.muster.desk;

import com.samskivert.mustache.Mustache;
import dev.muster.incident.Stage;
import java.util.Map;

/**
 * What one audience outside the response is told, in words that were agreed on in quiet times: a template for each stage.
 * The templates have no logic that could run anything, and what is put into them is put in as it is.
 *
 * @param audience whom it is for, e.g. {@code customers}
 * @param channel where it is posted for them, as people write it; empty: nowhere, it is only shown to be copied
 */
public record Wording(String audience, String channel, Map<Stage, String> templates) {

    private static final Mustache.Compiler MUSTACHE = Mustache.compiler().escapeHTML(false);

    public Wording {
        templates = Map.copyOf(templates);
        templates.values().forEach(Wording::requireTemplate);
    }

    /** @throws com.samskivert.mustache.MustacheException if a text is no template, or asks for what there is not */
    public static void requireTemplate(String text) {
        filled(text, OutsideFacts.NONE);
    }

    /** The words at a stage; empty if this audience is told nothing then. */
    public String at(Stage stage, OutsideFacts facts) {
        return filled(templates.getOrDefault(stage, ""), facts);
    }

    private static String filled(String template, OutsideFacts facts) {
        return MUSTACHE.compile(template).execute(facts.byName()).strip();
    }
}
