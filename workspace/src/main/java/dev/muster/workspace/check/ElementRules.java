package dev.muster.workspace.check;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What each kind of element must and may hold, and in which spots it may stand. */
final class ElementRules {
    /** Where in a block an element stands. */
    enum Spot {
        ACCESSORY,
        ACTIONS,
        INPUT
    }

    private static final Set<Spot> ANYWHERE = Set.of(Spot.values());
    private static final Set<Spot> PRESSED = Set.of(Spot.ACCESSORY, Spot.ACTIONS);
    private static final Set<Spot> ASKED = Set.of(Spot.INPUT);

    private record Rule(Set<Spot> spots, Consumer<Part> check) {}

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("button", new Rule(PRESSED, ElementRules::button)),
            Map.entry("workflow_button", new Rule(PRESSED, ElementRules::workflowButton)),
            Map.entry("overflow", new Rule(PRESSED, ElementRules::overflow)),
            Map.entry("image", new Rule(Set.of(Spot.ACCESSORY), ElementRules::image)),
            Map.entry("checkboxes", new Rule(ANYWHERE, ElementRules::checkboxes)),
            Map.entry("radio_buttons", new Rule(ANYWHERE, ElementRules::radioButtons)),
            Map.entry("datepicker", new Rule(ANYWHERE, InputRules::date)),
            Map.entry("timepicker", new Rule(ANYWHERE, InputRules::time)),
            Map.entry("datetimepicker", new Rule(Set.of(Spot.ACTIONS, Spot.INPUT), InputRules::dateTime)),
            Map.entry("plain_text_input", new Rule(ASKED, InputRules::plainText)),
            Map.entry("email_text_input", new Rule(ASKED, InputRules::shortText)),
            Map.entry("url_text_input", new Rule(ASKED, InputRules::shortText)),
            Map.entry("number_input", new Rule(ASKED, InputRules::number)),
            Map.entry("rich_text_input", new Rule(ASKED, InputRules::richText)),
            Map.entry("file_input", new Rule(ASKED, InputRules::file)));

    private ElementRules() {}

    static void check(Part element, Spot spot, Surface surface) {
        if (!element.requireObject()) {
            return;
        }
        if (element.type().endsWith("_select")) {
            SelectRules.check(element, spot);
            return;
        }
        Rule rule = RULES.get(element.type());
        boolean misplaced = element.is("type", "file_input") && surface != Surface.MODAL;
        if (rule == null || !rule.spots().contains(spot) || misplaced) {
            TextRules.unsupported(element);
            return;
        }
        element.string("action_id", 1, 255);
        element.plain("placeholder", 150);
        element.bool("focus_on_load");
        element.find("confirm").ifPresent(ObjectRules::confirm);
        element.find("dispatch_action_config").ifPresent(ObjectRules::dispatch);
        rule.check().accept(element);
    }

    static void image(Part element) {
        element.mayOnly(
                "image_url", "slack_file", "alt_text", "image_width", "image_height", "image_bytes", "fallback");
        imageSource(element);
    }

    static void imageSource(Part part) {
        if (!part.has("image_url") && !part.has("slack_file")) {
            part.problem("", "missing required field: image_url");
        }
        part.url("image_url", 3000);
        part.requiredString("alt_text", 2000);
    }

    private static void button(Part element) {
        element.mayOnly("action_id", "text", "url", "value", "style", "confirm", "accessibility_label");
        element.required("text").ifPresent(text -> TextRules.plain(text, 75));
        element.url("url", 3000);
        element.string("value", 1, 2000);
        element.string("accessibility_label", 1, 75);
        element.oneOf("style", Set.of("primary", "danger"));
    }

    private static void workflowButton(Part element) {
        element.mayOnly("action_id", "text", "workflow", "style", "accessibility_label");
        element.required("text").ifPresent(text -> TextRules.plain(text, 75));
        element.required("workflow");
        element.required("action_id");
        element.oneOf("style", Set.of("primary", "danger"));
    }

    private static void overflow(Part element) {
        element.mayOnly("action_id", "options", "confirm");
        element.items("options", 1, 5).forEach(ObjectRules::leading);
    }

    private static void checkboxes(Part element) {
        element.mayOnly("action_id", "options", "initial_options", "confirm", "focus_on_load");
        element.items("options", 1, 10).forEach(ObjectRules::tick);
        ObjectRules.initial(element);
    }

    private static void radioButtons(Part element) {
        element.mayOnly("action_id", "options", "initial_option", "confirm", "focus_on_load");
        element.items("options", 1, 10).forEach(ObjectRules::tick);
        ObjectRules.initial(element);
    }
}
