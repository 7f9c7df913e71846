package dev.muster.workspace.check;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What each kind of element must and may hold, and in which spots it may stand. */
final class ElementRules {
    /** Where in a block an element stands. */
    enum Spot {
        ACCESSORY,
        ACTIONS,
        INPUT
    }

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Set<Spot> ANYWHERE = Set.of(Spot.values());
    private static final Set<Spot> PRESSED = Set.of(Spot.ACCESSORY, Spot.ACTIONS);
    private static final Set<Spot> ASKED = Set.of(Spot.INPUT);

    private record Rule(Set<Spot> spots, Consumer<Part> check) {}

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("button", new Rule(PRESSED, ElementRules::button)),
            Map.entry("workflow_button", new Rule(PRESSED, element -> element.requiredString("action_id", 255))),
            Map.entry("overflow", new Rule(PRESSED, ElementRules::overflow)),
            Map.entry("image", new Rule(Set.of(Spot.ACCESSORY), ElementRules::image)),
            Map.entry("checkboxes", new Rule(ANYWHERE, ElementRules::choices)),
            Map.entry("radio_buttons", new Rule(ANYWHERE, ElementRules::choices)),
            Map.entry("datepicker", new Rule(ANYWHERE, ElementRules::date)),
            Map.entry("timepicker", new Rule(ANYWHERE, ElementRules::time)),
            Map.entry("datetimepicker", new Rule(Set.of(Spot.ACTIONS, Spot.INPUT), ElementRules::dateTime)),
            Map.entry("plain_text_input", new Rule(ASKED, ElementRules::plainTextInput)),
            Map.entry("email_text_input", new Rule(ASKED, ElementRules::shortInput)),
            Map.entry("url_text_input", new Rule(ASKED, ElementRules::shortInput)),
            Map.entry("number_input", new Rule(ASKED, ElementRules::numberInput)),
            Map.entry("rich_text_input", new Rule(ASKED, ElementRules::richTextInput)),
            Map.entry("file_input", new Rule(ASKED, ElementRules::fileInput)));

    private ElementRules() {}

    static void check(Part element, Spot spot) {
        if (element.type().endsWith("_select")) {
            SelectRules.check(element);
            return;
        }
        Rule rule = RULES.get(element.type());
        if (rule == null || !rule.spots().contains(spot)) {
            element.problem("type", "unsupported type: " + element.type());
            return;
        }
        element.string("action_id", 1, 255);
        element.plain("placeholder", 150);
        element.find("confirm").ifPresent(ObjectRules::confirm);
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
        part.string("image_url", 1, 3000);
        part.requiredString("alt_text", 2000);
    }

    private static void button(Part element) {
        element.mayOnly("action_id", "text", "url", "value", "style", "confirm", "accessibility_label");
        element.required("text").ifPresent(text -> text.text(75, false));
        element.string("url", 1, 3000);
        element.string("value", 1, 2000);
        element.string("accessibility_label", 1, 75);
        element.oneOf("style", Set.of("primary", "danger"));
    }

    private static void overflow(Part element) {
        element.mayOnly("action_id", "options", "confirm");
        element.items("options", 1, 5).forEach(option -> ObjectRules.option(option, false));
    }

    private static void choices(Part element) {
        element.mayOnly("action_id", "options", "initial_options", "initial_option", "confirm", "focus_on_load");
        element.items("options", 1, 10).forEach(option -> ObjectRules.option(option, true));
        ObjectRules.initial(element);
    }

    private static void date(Part element) {
        element.mayOnly("action_id", "placeholder", "initial_date", "confirm", "focus_on_load");
        element.matches("initial_date", DATE);
    }

    private static void time(Part element) {
        element.mayOnly("action_id", "placeholder", "initial_time", "confirm", "focus_on_load", "timezone");
        element.matches("initial_time", TIME);
    }

    private static void dateTime(Part element) {
        element.mayOnly("action_id", "initial_date_time", "confirm", "focus_on_load");
        element.number("initial_date_time", 1_000_000_000, Integer.MAX_VALUE);
    }

    private static void plainTextInput(Part element) {
        element.may("action_id", "placeholder", "initial_value", "multiline", "min_length", "max_length");
        element.mayOnly("dispatch_action_config", "focus_on_load");
        element.number("min_length", 0, 3000);
        element.number("max_length", 1, 3000);
        int most = element.json().path("max_length").asInt(3000);
        element.string("initial_value", element.json().path("min_length").asInt(0), most);
        if (element.json().path("min_length").asInt(0) > most) {
            element.problem("min_length", "must not be greater than max_length");
        }
        element.bool("multiline");
    }

    private static void shortInput(Part element) {
        element.mayOnly("action_id", "placeholder", "initial_value", "dispatch_action_config", "focus_on_load");
        element.string("initial_value", 1, 3000);
    }

    private static void numberInput(Part element) {
        element.may("action_id", "placeholder", "is_decimal_allowed", "initial_value", "min_value", "max_value");
        element.mayOnly("dispatch_action_config", "focus_on_load");
        element.required("is_decimal_allowed");
        element.bool("is_decimal_allowed");
    }

    private static void richTextInput(Part element) {
        element.may("action_id", "placeholder", "initial_value", "dispatch_action_config", "focus_on_load");
        element.mayOnly("min_lines", "max_lines");
        element.number("min_lines", 1, 100);
        element.number("max_lines", 1, 100);
    }

    private static void fileInput(Part element) {
        element.mayOnly("action_id", "filetypes", "max_files");
        element.number("max_files", 1, 10);
    }
}
